import type { EncounterDocument } from '../store/documents';
import { isHidden, type Viewer } from '../rescreen/blind';
import { HiddenDecision } from '../rescreen/hidden-decision';
import { At, ChatText, DispositionBadge, Empty, StateBadge } from '../web/components';
import type { Speech, TextKey } from '../web/speech';
import { conceptText, hiddenMarkText, markText } from './coded-texts';
import { DecisionFacts } from './decision-facts';
import type { OpenedDecision, OpenedFile, OpenedMessage } from './patient-reads';
import { withoutDecision, type TimelineConversation, type TimelineEntry } from './timeline';

function whyWithoutText(message: OpenedMessage): TextKey {
  if (message.deletedAt) return 'messageDeleted';
  return message.erased ? 'messageErased' : 'unreadable';
}

function FileFacts({ speech, file }: { speech: Speech; file: OpenedFile }) {
  const { t, number } = speech;
  const size =
    file.sizeBytes === undefined
      ? undefined
      : t('kilobytes', { n: number(Math.ceil(file.sizeBytes / 1000)) });
  const name = file.name ?? t('file');
  const rest = [file.mimeType, size].filter(Boolean).map((fact) => ` · ${fact}`);
  return (
    <p class="quietly small file">
      {file.kept ? (
        <a href={`/files/${file.fileId}`} download>
          {name}
        </a>
      ) : (
        name
      )}
      {rest.join('')}
    </p>
  );
}

function Message({ speech, message }: { speech: Speech; message: OpenedMessage }) {
  const { t, coded } = speech;
  const role = coded('from', message.from);
  return (
    <li class={`entry message from-${message.from}`}>
      <div class="bubble">
        <p class="meta">
          <span class="author">{message.author ?? role}</span>
          {message.author && message.author !== role ? <span class="author-kind">{role}</span> : null}
          {message.via === 'text' ? null : <span class="chip">{coded('via', message.via)}</span>}
          <At speech={speech} at={message.at} as="clock" />
          {message.editedAt && !message.deletedAt ? <span class="chip">{t('messageEdited')}</span> : null}
        </p>
        <p class="text">
          {message.text === undefined ? (
            <em>{t(whyWithoutText(message))}</em>
          ) : (
            <ChatText text={message.text} />
          )}
        </p>
        {(message.files ?? []).map((file) => (
          <FileFacts speech={speech} file={file} />
        ))}
      </div>
    </li>
  );
}

interface DecisionEntryProps {
  speech: Speech;
  decision: OpenedDecision;
  newest: boolean;
}

function DecisionEntry({ speech, decision, newest }: DecisionEntryProps) {
  return (
    <li class={`entry decision decision-${decision.disposition}`}>
      <p class="meta">
        <strong>{speech.t('decision')}</strong>
        <DispositionBadge speech={speech} disposition={decision.disposition} />
        <At speech={speech} at={decision.at} as="clock" />
      </p>
      <DecisionFacts speech={speech} decision={decision} newest={newest} />
    </li>
  );
}

/** Where the bot's decision, or what it says after it, will stand. */
function HiddenEntry({ speech, at, form, rest }: { speech: Speech; at: Date; form: string; rest: boolean }) {
  return (
    <li class="entry decision">
      <p class="meta">
        <strong>{speech.t('decision')}</strong>
        <At speech={speech} at={at} as="clock" />
      </p>
      <p>
        <HiddenDecision speech={speech} form={form} />
        {rest ? <span class="sub">{speech.t('rescreenHiddenRest')}</span> : null}
      </p>
    </li>
  );
}

interface EntryProps {
  speech: Speech;
  entry: TimelineEntry;
  newest: boolean;
  /** The bot's decision is hidden: where this person decides. */
  hidden?: { form: string; rest: boolean };
}

function Entry({ speech, entry, newest, hidden }: EntryProps) {
  if (hidden !== undefined && entry.kind === 'decision')
    return <HiddenEntry speech={speech} at={entry.at} {...hidden} />;
  if (entry.kind === 'message') return <Message speech={speech} message={entry.message} />;
  if (entry.kind === 'decision')
    return <DecisionEntry speech={speech} decision={entry.decision} newest={newest} />;
  return (
    <li class={`entry mark mark-${entry.mark.kind}`}>
      <p>
        {hidden === undefined ? markText(speech, entry.mark) : hiddenMarkText(speech, entry.mark)}{' '}
        <At speech={speech} at={entry.at} as="clock" />
      </p>
    </li>
  );
}

/** What would have changed a decision is worked out of the newest one only. */
const newestDecision = (entries: readonly TimelineEntry[]): TimelineEntry | undefined =>
  entries.findLast((entry) => entry.kind === 'decision');

interface HeadProps {
  speech: Speech;
  encounter: EncounterDocument;
  /** Say under which of a person's several IDs it was. */
  withId: boolean;
  /** Where it is screened again, for those who may. */
  rescreen?: string;
  hides: boolean;
}

function ConversationHead({ speech, encounter, withId, rescreen, hides }: HeadProps) {
  const { t, coded } = speech;
  return (
    <header class="conversation-head">
      <h3>
        {t('conversationOf', { date: speech.dateTime(encounter.startedAt) })}
        {withId ? <span class="id chip">{encounter.patientId}</span> : null}
      </h3>
      <p class="badges">
        <StateBadge speech={speech} state={encounter.state} />
        {hides ? (
          <HiddenDecision speech={speech} form={rescreen} />
        ) : (
          <DispositionBadge speech={speech} disposition={encounter.disposition} />
        )}
        {encounter.redFlags.map((flag) => (
          <span class="flag">{conceptText(speech, flag)}</span>
        ))}
      </p>
      <p class="quietly small">
        {[
          encounter.department?.name,
          encounter.agent?.name,
          encounter.serviceOutcome && coded('serviceOutcome', encounter.serviceOutcome.outcome),
          encounter.outcomeMissingSince && t('outcomesMissing'),
          encounter.leftUnseen && t('leftUnseen'),
          encounter.surveyScore !== undefined && t('surveyScore', { n: encounter.surveyScore }),
          `${t('channel')}: ${coded('channel', encounter.channel)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {rescreen ? (
        <p>
          <a class="button small secondary" href={rescreen}>
            {t('rescreen')}
          </a>
        </p>
      ) : null}
    </header>
  );
}

export interface TimelineProps {
  speech: Speech;
  patientId: string;
  conversations: readonly TimelineConversation[];
  /** Start of the oldest conversation shown, when there are older ones. */
  olderBefore?: Date;
  /** This is not the first page. */
  paged: boolean;
  /** The person has several IDs. */
  withIds?: boolean;
  mayRescreen?: boolean;
  /** From attendants the bot's decision is hidden until they have decided. */
  viewer?: Viewer;
}

const conversationAnchor = (conversation: string): string => `conversation-${conversation}`;

/** Where a conversation stands in its patient's timeline, first of its page. */
export function conversationPath(
  patientId: string,
  { _id, startedAt }: Pick<EncounterDocument, '_id' | 'startedAt'>,
): string {
  const before = new Date(startedAt.getTime() + 1).toISOString();
  return `/patients/${patientId}?before=${before}#${encodeURIComponent(conversationAnchor(_id))}`;
}

export function rescreenPath(patientId: string, conversation: string): string {
  return `/patients/${patientId}/conversations/${encodeURIComponent(conversation)}/rescreen`;
}

export function Timeline({
  speech,
  patientId,
  conversations,
  olderBefore,
  paged,
  withIds,
  mayRescreen,
  viewer,
}: TimelineProps) {
  const { t } = speech;
  const path = `/patients/${patientId}`;
  return (
    <>
      {conversations.length === 0 ? <Empty title={t('timeline')} lead={t('noConversations')} /> : null}
      {conversations.map(({ encounter, entries }, at) => {
        const hides = viewer !== undefined && isHidden(viewer, encounter);
        const form = rescreenPath(patientId, encounter._id);
        const shown = hides ? withoutDecision(encounter, entries) : entries;
        return (
          <article class="card conversation" id={conversationAnchor(encounter._id)}>
            <ConversationHead
              speech={speech}
              encounter={encounter}
              withId={withIds === true}
              rescreen={mayRescreen && !encounter.erased ? form : undefined}
              hides={hides}
            />
            <ol class="entries">
              {shown.map((entry) => (
                <Entry
                  key={entry.key}
                  speech={speech}
                  entry={entry}
                  newest={!paged && at === 0 && entry === newestDecision(entries)}
                  hidden={hides ? { form, rest: shown.length < entries.length } : undefined}
                />
              ))}
            </ol>
          </article>
        );
      })}
      <p class="pages">
        {paged ? <a href={path}>{t('newestConversations')}</a> : null}
        {olderBefore ? (
          <a href={`${path}?before=${olderBefore.toISOString()}`}>{t('olderConversations')}</a>
        ) : null}
      </p>
    </>
  );
}
