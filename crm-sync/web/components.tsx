/** The pages' small parts. Everything shown passes through Preact, which escapes it. */
import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import type { Disposition } from '../../contract/event';
import { can, type Role } from '../access/permissions';
import type { Topic } from './live-topics';
import type { Speech } from './speech';

export function DispositionBadge({ speech, disposition }: { speech: Speech; disposition?: Disposition }) {
  const code = disposition ?? 'none';
  return <span class={`badge badge-${code}`}>{speech.coded('disposition', code)}</span>;
}

export function StateBadge({ speech, state }: { speech: Speech; state: string }) {
  return <span class={`state state-${state}`}>{speech.coded('state', state)}</span>;
}

export function Notice({ kind, children }: { kind: 'error' | 'done' | 'info'; children: ComponentChildren }) {
  return (
    <p class={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      {children}
    </p>
  );
}

export function Empty({ title, lead }: { title: string; lead: string }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      <p>{lead}</p>
    </div>
  );
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  invalid?: boolean;
  input: InputHTMLAttributes<HTMLInputElement>;
}

export function Field({ id, label, hint, invalid, input }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...input}
        aria-describedby={hint ? `${id}-hint` : undefined}
        aria-invalid={invalid ? 'true' : undefined}
      />
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

interface AtProps {
  speech: Speech;
  at: Date;
  as?: 'dateTime' | 'recent' | 'time' | 'clock' | 'date';
}

/** An instant, in the tenant's time zone, exact for machines. */
export function At({ speech, at, as = 'dateTime' }: AtProps) {
  return (
    <time dateTime={at.toISOString()} title={speech.dateTime(at)}>
      {speech[as](at)}
    </time>
  );
}

/** How long ago, counted on by the page's script. */
export function Since({ speech, at, now }: { speech: Speech; at: Date; now: Date }) {
  return (
    <time class="since" dateTime={at.toISOString()} data-since={at.getTime()}>
      {speech.duration(now.getTime() - at.getTime())}
    </time>
  );
}

/** Chat text: `**bold**` as the bot writes it, line breaks kept by the stylesheet, all else as it is. */
export function ChatText({ text }: { text: string }) {
  const parts = text.split(/\*\*([^*\n]+)\*\*/);
  return <>{parts.map((part, index) => (index % 2 === 1 ? <strong>{part}</strong> : part))}</>;
}

interface LiveProps {
  speech: Speech;
  topic: Topic;
  /** Where this server gives the part anew. */
  fragment: string;
  children: ComponentChildren;
}

/** A part of the page that renews itself when its topic changes. */
export function Live({ speech, topic, fragment, children }: LiveProps) {
  return (
    <>
      <p
        class="live"
        id="live-state"
        role="status"
        hidden
        data-live={speech.t('live')}
        data-lost={speech.t('reconnecting')}
      />
      <div id="live" data-topic={topic} data-fragment={fragment}>
        {children}
      </div>
    </>
  );
}

/** A patient's number, and the way to the record for who may read it. */
export function PatientId({ role, id }: { role: Role | undefined; id: string }) {
  if (role === undefined || !can(role, 'patients.read')) return <span class="id">{id}</span>;
  return (
    <a class="id" href={`/patients/${id}`}>
      {id}
    </a>
  );
}
