import { joinData, splitData } from '../../../contract/coded';
import { fold } from '../../../crm-sync/projector/fold';
import { eventsOf, type Line } from './events';

describe('the reasons of a decision', () => {
  const told = {
    ...{ urgencyMinutes: 60, department: 'urgent', specialty: 'cardiology', language: 'es' },
    ...{ because: ['fever=true'], redFlags: ['chest_pain'], missing: ['age'] },
  };
  const decidedWith = (more: object) =>
    fold(eventsOf([[1, 'decided', 'mild']]).map((event) => ({ ...event, data: { ...event.data, ...more } })))!
      .decisions[0]!;

  it('are kept with it', () => expect(decidedWith(told)).toMatchObject(told));

  it('are absent of an event from before they were told', () => {
    const decision = decidedWith({});
    expect(Object.keys(decision).filter((name) => name in told)).toEqual([]);
    expect(decision).toMatchObject({ row: 'r1', answers: { fever: true } });
  });

  it('Given the personal part is gone, then what followed from it stays, the answers behind it do not', () => {
    const [event] = eventsOf([[1, 'decided', 'mild']]);
    const { coded } = splitData({ type: event!.type, data: { ...event!.data, ...told } });
    const data = joinData(event!.type, coded, undefined);
    const [decision] = fold([{ ...event!, data, coded, erased: true }])!.decisions;
    const { because: _because, ...rest } = told;
    expect(decision).toMatchObject({ ...rest, findings: ['fever'] });
    expect(decision).not.toHaveProperty('because');
    expect(decision).not.toHaveProperty('answers');
  });
});

describe('what is answered once a decision stands', () => {
  const laterOf = (...lines: Line[]) => fold(eventsOf(lines))!.decisions.map(({ later }) => later);

  it('is kept beside it, and what made it is not said twice', () => {
    const told = laterOf(
      [0, 'started'],
      [1, 'interview'],
      [2, 'answered', 'cough'],
      [3, 'decided', 'mild'],
      [3, 'answered', 'fever'],
      [4, 'answered', 'vaccine', 'unknown'],
      [5, 'answered', 'vaccine'],
    );
    expect(told).toEqual([{ vaccine: true }]);
  });

  it('Given another interview began, Then it is that one’s', () => {
    const told = laterOf(
      [0, 'started'],
      [3, 'decided', 'mild'],
      [4, 'interview'],
      [5, 'answered', 'vaccine'],
      [6, 'decided', 'mild'],
      [7, 'answered', 'travel'],
    );
    expect(told).toEqual([undefined, { travel: true }]);
  });

  it('Given it was erased, Then nothing of it is left', () => {
    const lines: Line[] = [
      [3, 'decided', 'mild'],
      [4, 'answered', 'vaccine'],
    ];
    const erased = eventsOf(lines).map((event) => {
      const { coded } = splitData(event as never);
      return { ...event, data: joinData(event.type, coded, undefined), coded, erased: true };
    });
    expect(JSON.stringify(fold(erased as never)!.decisions)).not.toContain('vaccine');
  });
});
