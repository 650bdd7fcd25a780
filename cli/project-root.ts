import path from 'path';

/** The folder with app.json and package.json. */
export const projectRoot = path.resolve(__dirname, '..');
