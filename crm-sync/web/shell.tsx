import type { ComponentChildren } from 'preact';
import { can, type Action } from '../access/permissions';
import { languages } from '../../contract/event';
import type { PageContext } from './page';
import type { TextKey } from './speech';

const menu: { path: string; text: TextKey; action: Action }[] = [
  { path: '/patients', text: 'patients', action: 'patients.read' },
  { path: '/queue', text: 'queue', action: 'queue.read' },
  { path: '/tasks', text: 'tasks', action: 'tasks.read' },
  { path: '/dashboard', text: 'dashboard', action: 'dashboard.read' },
  { path: '/investigations', text: 'investigations', action: 'investigations.open' },
  { path: '/reports', text: 'reports', action: 'reports.read' },
  { path: '/knowledge', text: 'knowledge', action: 'knowledge.read' },
  { path: '/staff', text: 'staff', action: 'staff.manage' },
  { path: '/set-aside', text: 'setAside', action: 'set-aside.manage' },
  { path: '/audit', text: 'audit', action: 'audit.read' },
  { path: '/erase', text: 'erase', action: 'patients.erase' },
];

const languageNames = { 'pt-BR': 'Português', en: 'English', es: 'Español' } as const;

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <path d="M5 4h22a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H15l-7 6v-6H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z" />
      <path class="mark-cross" d="M14 8h4v4h4v4h-4v4h-4v-4h-4v-4h4z" />
    </svg>
  );
}

function LanguageSwitch({ context }: { context: PageContext }) {
  const { speech, csrf, path } = context;
  return (
    <form method="post" action="/language" class="languages" aria-label={speech.t('language')}>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="back" value={path} />
      {languages.map((language) => (
        <button
          name="to"
          value={language}
          lang={language}
          class="quiet"
          aria-pressed={language === speech.language ? 'true' : 'false'}
        >
          {languageNames[language]}
        </button>
      ))}
    </form>
  );
}

function SignedInMenu({ context, active }: { context: PageContext; active?: string }) {
  const { speech, signedIn, csrf } = context;
  if (!signedIn) return null;
  return (
    <>
      <nav class="menu" aria-label={speech.t('mainMenu')}>
        {menu
          .filter((item) => can(signedIn.person.role, item.action))
          .map((item) => (
            <a href={item.path} aria-current={item.path === active ? 'page' : undefined}>
              {speech.t(item.text)}
            </a>
          ))}
      </nav>
      <div class="who">
        <a
          href="/account"
          title={speech.t('account')}
          aria-current={active === '/account' ? 'page' : undefined}
        >
          <span class="who-name">{signedIn.person.name}</span>
          <span class="who-role">{speech.coded('role', signedIn.person.role)}</span>
        </a>
        <form method="post" action="/sign-out">
          <input type="hidden" name="_csrf" value={csrf} />
          <button class="quiet">{speech.t('signOut')}</button>
        </form>
      </div>
    </>
  );
}

export interface ShellProps {
  context: PageContext;
  title: string;
  /** Path of the menu entry this page belongs to. */
  active?: string;
  /** Narrow pages hold one form. */
  narrow?: boolean;
  children: ComponentChildren;
}

export function Shell({ context, title, active, narrow, children }: ShellProps) {
  const { speech, assets, theme } = context;
  return (
    <html lang={speech.language} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Acolhe`}</title>
        <link rel="stylesheet" href={assets.style} />
        <link rel="icon" href="data:," />
        <script src={assets.script} defer />
      </head>
      <body>
        <a class="skip" href="#content">
          {speech.t('skip')}
        </a>
        <header class="top">
          <div class="top-inner">
            <a class="brand" href="/">
              <Mark />
              <span>
                Acolhe
                {context.tenantName ? <small>{context.tenantName}</small> : null}
              </span>
            </a>
            <SignedInMenu context={context} active={active} />
          </div>
        </header>
        <main id="content" tabIndex={-1} class={narrow ? 'narrow' : undefined}>
          {children}
        </main>
        <footer class="bottom">
          <LanguageSwitch context={context} />
          <button type="button" class="quiet" id="theme" hidden>
            <span aria-hidden="true">◐</span> {speech.t('theme')}
          </button>
        </footer>
      </body>
    </html>
  );
}
