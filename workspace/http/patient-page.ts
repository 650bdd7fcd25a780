import { join } from 'path';
import type { FastifyInstance } from 'fastify';

import { serveFile } from './static-file';

const folder = join(__dirname, '..', 'patient-page');

/** The clinic's page with the widget on it. */
export function patientPageRoutes(app: FastifyInstance): void {
  serveFile(app, '/', join(folder, 'page.html'));
  serveFile(app, '/consent', join(folder, 'consent.html'));
  serveFile(app, '/page/style.css', join(folder, 'style.css'));
  serveFile(app, '/page/open-widget.js', join(folder, 'open-widget.js'));
  serveFile(app, '/page/mark.svg', join(folder, 'mark.svg'));
  app.get('/favicon.ico', (_request, reply) => reply.redirect('/page/mark.svg'));
}
