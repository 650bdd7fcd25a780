/** Hours of each department with its holidays: its own, and those of the calendar it keeps. */
import type { DepartmentHours } from '../../contract/knowledge';
import type { Speech } from '../web/speech';
import { Listed } from './listed';
import { withHolidays } from './holidays';

type Hours = DepartmentHours[number];

export function HoursView({
  speech,
  hours,
  at = new Date(),
}: {
  speech: Speech;
  hours: DepartmentHours;
  at?: Date;
}) {
  const { t, coded } = speech;
  const spans = (open: readonly { from: string; to: string }[] | undefined): string =>
    open && open.length > 0 ? open.map(({ from, to }) => `${from}–${to}`).join(', ') : t('knowledgeClosed');
  const calendarOf = ({ calendar }: Hours): string[] => {
    if (!calendar) return [];
    const { state, municipality, optional } = calendar;
    const more = [state, municipality, optional ? t('knowledgeCalendarOptional') : undefined];
    return [[t('knowledgeCalendar'), ...more.filter(Boolean)].join(' · ')];
  };
  const rows = withHolidays(hours, at).map((one) => [
    <>
      {one.department}
      <span class="sub">{one.timeZone.replace(/_/g, ' ')}</span>
    </>,
    one.weekly
      .map(
        ({ days, open }) =>
          `${days.map((day) => coded('knowledgeDay', String(day))).join(' ')} ${spans(open)}`,
      )
      .join('\n'),
    [
      ...calendarOf(one),
      ...[...one.holidays]
        .sort((first, other) => (first.date < other.date ? -1 : 1))
        .map(({ date, name, open }) => [date, name, spans(open)].filter(Boolean).join(' · ')),
    ].join('\n') || '—',
  ]);
  const heads = [t('knowledgeDepartment'), t('knowledgeWeek'), t('knowledgeHolidays')];
  return <Listed speech={speech} heads={heads} rows={rows} />;
}
