import type { EventData } from '../../../contract/event';
import { step } from '../../../src/dialog/step';
import {
  asks,
  climbing,
  hears,
  knowledge,
  lines,
  presses,
  type Row,
  says,
  served,
  tells,
  waits,
} from '../../support/small-clinic';

const geral = { id: 'd', name: 'Geral' };
const bruno = { username: 'bruno', name: 'Dr. Bruno' };
const inQueue = { department: geral, waitWatched: true };
const alone = (more: object = {}, shared: object = {}) =>
  waits({ queued: true, nobody: true, ...more }, { department: geral, waitWatched: true, ...shared });

describe('Instead of a person now', () => {
  // prettier-ignore
  const rows: Row[] = [
    ['a call-back is asked for', alone(), presses('instead:call-back'),
      'contact_ask',
      'leaves=call-back'],
    ['an appointment is asked for', alone(), presses('instead:appointment'),
      'contact_ask',
      'leaves=appointment'],
    ['nobody offered it to who is in danger', alone({ reason: 'red-flag', to: 'urgent' }, { redFlags: ['dyspnea'] }), presses('instead:call-back'),
      'past_button',
      ''],
    ['nor to who is orange', alone({ reason: 'moderate' }, { decided: { disposition: 'moderate', urgencyMinutes: 10 } }), presses('instead:appointment'),
      'past_button',
      ''],
    ['asked for twice', alone({}, { promised: 'call-back' }), presses('instead:call-back'),
      'past_button',
      ''],
    ['while a person serves', served(), presses('instead:call-back'),
      '',
      ''],
    ['before anybody was waited for', asks('age'), presses('instead:call-back'),
      'past_button',
      ''],
    ['a message for nobody', alone(), presses('instead:message'),
      'past_button',
      ''],
    ['a message for who was asked for', alone({}, { wanted: bruno }), presses('instead:message'),
      'message_ask person=Dr. Bruno',
      'leaves=message'],
    ['how they can be reached', alone({ leaves: 'call-back' }, { urgency: 'yellow' }), says('11 91234-5678'),
      'forget try-hand-over | call_back_kept day=segunda-feira, 5 de janeiro time=10:10 | forget silence | remind silence in 60 s | > task.opened taskId=call-back-i kind=call-back dueAt=2026-01-05T13:10:00.000Z text=task_call_back contact=11 91234-5678 urgency=yellow department=Geral',
      'phase=guided promised=call-back promisedBy=2026-01-05T13:10:00.000Z silence={asked:true}'],
    ['the message itself', alone({ leaves: 'message' }, { wanted: bruno }), says('acabou o remédio'),
      'message_kept person=Dr. Bruno day=segunda-feira, 5 de janeiro time=13:10 | > task.opened taskId=message-i kind=message dueAt=2026-01-05T16:10:00.000Z text=acabou o remédio owner=bruno department=Geral',
      'leaves=- promised=message promisedBy=2026-01-05T16:10:00.000Z'],
    ['a person instead of how they can be reached', alone({ leaves: 'call-back' }), says('atendente'),
      'nobody_general\n\noffer_instead [instead:appointment] [instead:call-back]',
      'leaves=-'],
    ['a number among words', alone({ leaves: 'call-back' }, { urgency: 'yellow', misunderstood: 1 }), says('é o (11) 91234 5678, quando ligam?'),
      'forget try-hand-over | call_back_kept day=segunda-feira, 5 de janeiro time=10:10 | forget silence | remind silence in 60 s | > task.opened taskId=call-back-i kind=call-back dueAt=2026-01-05T13:10:00.000Z text=task_call_back contact=é o (11) 91234 5678, quando ligam? urgency=yellow department=Geral',
      'misunderstood=0 phase=guided promised=call-back promisedBy=2026-01-05T13:10:00.000Z silence={asked:true}'],
    ['a question instead of a number', alone({ leaves: 'call-back' }), says('quanto tempo demora?'),
      'nobody_general\n\noffer_instead [instead:appointment] [instead:call-back]',
      ''],
    ['no number', alone({ leaves: 'call-back' }), says('acho que está piorando'),
      'contact_again',
      'misunderstood=1'],
    ['too few digits', alone({ leaves: 'appointment' }), says('meu ramal é 1234567'),
      'contact_again',
      'misunderstood=1'],
    ['a postal code', alone({ leaves: 'call-back' }), says('01310-100'),
      'contact_again',
      'misunderstood=1'],
    ['no number, asked twice', alone({ leaves: 'call-back' }, { misunderstood: 1 }), says('não sei'),
      'contact_none',
      'leaves=- misunderstood=0'],
    ['none wanted any more', alone({ leaves: 'call-back' }), says('não'),
      'contact_none',
      'leaves=-'],
    ['"cancelar" instead of a number', alone({ leaves: 'call-back' }), says('cancelar'),
      'change_waiting',
      'leaves=-'],
    ['"voltar" instead of a number', alone({ leaves: 'call-back' }), says('voltar'),
      'change_waiting',
      'leaves=-'],
    ['"recomeçar" instead of a number', alone({ leaves: 'call-back' }), says('recomeçar'),
      'change_waiting',
      'leaves=-'],
    ['a professional instead of a number', alone({ leaves: 'call-back' }), says('ramal 12'),
      'find-person asked={extension:12}',
      'leaves=-'],
    ['asked for when something else was not understood', alone({}, { misunderstood: 1 }), presses('instead:call-back'),
      'contact_ask',
      'leaves=call-back misunderstood=0'],
  ];

  it.each(rows)('%s', tells);

  it('Given a voice message is left, Then it is the message', () => {
    const before = alone({ leaves: 'message' }, { wanted: bruno });
    const { events, state } = step(before, says('', { file: true, media: 'audio' }), knowledge);
    expect(events.find(({ type }) => type === 'acolhe.task.opened.v1')?.data).toMatchObject({
      ...{ kind: 'message', owner: 'bruno', text: 'task_message_file' },
    });
    expect(state).toMatchObject({ promised: 'message' });
  });

  it('Given a red flag instead of a number to call, Then that is heard, and nothing was promised', () => {
    const { events, state } = step(alone({ leaves: 'call-back' }), says('quero me matar'), knowledge);
    expect(state).toMatchObject({ phase: 'waiting', reason: 'red-flag', to: 'urgent' });
    expect(state).not.toHaveProperty('leaves');
    expect(events.map(({ type }) => type)).not.toContain('acolhe.task.opened.v1');
    const changed = events.find(({ type }) => type === 'acolhe.urgency.changed.v1');
    expect(changed?.data).toEqual({ urgency: 'red', reason: 'red-flag' });
  });

  it('Given a department that is closed, Then what is promised is counted in its open time', () => {
    const hours = [
      {
        ...{ department: 'Geral', timeZone: 'America/Sao_Paulo', holidays: [] },
        weekly: [{ days: [2], open: [{ from: '08:00', to: '12:00' }] }],
      },
    ];
    const known = { ...knowledge, published: { ...knowledge.published!, hours } };
    const before = alone({ leaves: 'call-back' }, { urgency: 'yellow' });
    const { events } = step(before, says('11 91234-5678'), known);
    const task = events.find(({ type }) => type === 'acolhe.task.opened.v1')?.data;
    expect((task as EventData<'acolhe.task.opened.v1'>).dueAt).toBe('2026-01-06T12:00:00.000Z');
  });
});

describe('One professional', () => {
  // prettier-ignore
  const rows: Row[] = [
    ['by extension', asks('age'), says('ramal 12'),
      'find-person asked={extension:12}',
      ''],
    ['by name', asks('age'), says('quero falar com a Dra. Ana'),
      'find-person asked={name:ana}',
      ''],
    ['in danger', waits({ reason: 'red-flag', to: 'urgent', queued: true }, inQueue), says('ramal 12'),
      'queued_urgent department=Geral call=call_192',
      ''],
    ['found', asks('age'), hears('person-found', { person: bruno }),
      'person_looking person=Dr. Bruno | asks for general agent=bruno',
      'phase=waiting queued=false reason=asked saidAt=now to=general tries=0 waitingSince=now wanted={username:bruno,name:Dr. Bruno}'],
    ['not found', asks('age'), hears('person-found', {}),
      'person_unknown | asks for general',
      'phase=waiting queued=false reason=asked saidAt=now to=general tries=0 waitingSince=now'],
    ['not found, in the queue already', waits({ queued: true }, inQueue), hears('person-found', {}),
      'person_unknown',
      ''],
    ['found when somebody serves', served(), hears('person-found', { person: bruno }),
      '',
      ''],
  ];
  it.each(rows)('%s', tells);

  it('Given they are not there, Then others are called, and a message is offered once', () => {
    const { ladder } = climbing(['general', '*urgent']);
    const rungs = [{ kind: 'person' as const, place: 'bruno' }, ...ladder.rungs];
    const none = rungs.map(() => null);
    const climb = { ladder: { ...ladder, rungs, answers: none, queues: none } };
    const answer = { to: 'general', department: 'Geral', agentsOnline: false } as const;
    const away = step(
      waits({ climb }, { wanted: bruno }),
      hears('transfer-answered', { ...answer, result: 'refused', why: 'away', rung: '@bruno' }),
      knowledge,
    );
    expect(lines(away)).toBe('transfer to=general | > routing.tried rung=person result=away');
    const taken = step(
      away.state,
      hears('transfer-answered', { ...answer, result: 'transferred', agentsOnline: true, rung: 'general' }),
      knowledge,
    );
    expect(lines(taken)).toContain('person_away person=Dr. Bruno [instead:message]');
    expect(taken.state).toMatchObject({ wanted: { away: true }, queued: true });
  });

  it('Given who had them a short while ago, Then that one is tried first, but not in an emergency', () => {
    const before = asks('age', { lastServed: bruno });
    expect(lines(step(before, says('atendente'), knowledge))).toContain('asks for general agent=bruno');
    expect(lines(step(before, says('quero me matar'), knowledge))).toContain('asks for urgent');
  });
});

describe('The queue somebody waits in', () => {
  // prettier-ignore
  const rows: Row[] = [
    ['is gone', waits({ queued: true }, inQueue), hears('place-changed', { is: 'gone' }),
      'place_gone | asks for general | > routing.tried rung=queue department=Geral result=gone',
      'department=- queued=false'],
    ['is gone, in an emergency', waits({ queued: true, reason: 'red-flag', to: 'urgent' }, inQueue), hears('place-changed', { is: 'gone' }),
      'place_gone_urgent call=call_192 | asks for urgent | > routing.tried rung=queue department=Geral result=gone',
      'department=- queued=false'],
    ['has nobody any more, while somebody is elsewhere', waits({ queued: true }, inQueue), hears('place-changed', { is: 'away' }),
      'asks for general',
      'queued=false'],
    ['is where they end up again', waits({ climb: { ...climbing(['general', '*urgent'], 'away', 'away'), from: 'Geral' }, nobody: true }, inQueue), hears('transfer-answered', { to: 'general', department: 'Geral', result: 'transferred', agentsOnline: false, rung: 'general/queue' }),
      'forget try-hand-over | > routing.tried rung=queue department=general result=taken',
      'department={id:Geral,name:Geral} queued=true'],
    ['has nobody, nor has any other', waits({ queued: true }, inQueue), hears('place-changed', { is: 'nobody' }),
      'nobody_general\n\noffer_instead [instead:appointment] [instead:call-back]',
      'nobody=true'],
    ['has nobody, and that was told', alone(), hears('place-changed', { is: 'nobody' }),
      '',
      ''],
    ['changed when somebody serves', served(), hears('place-changed', { is: 'gone' }),
      '',
      ''],
    ['is not waited in, and who serves is gone', served(), hears('place-changed', { is: 'agent-gone' }),
      'noted',
      ''],
    ['is waited in: nobody served', waits({ queued: true }, inQueue), hears('place-changed', { is: 'agent-gone' }),
      '',
      ''],
  ];
  it.each(rows)('%s', tells);
});
