/** The limit of a test or hook that waits for processes and servers: costs nothing when it passes. */
jest.setTimeout(400_000);
