// In place of @rocket.chat/ui-kit: the runtime imports types from it, nothing that runs.
export {};
