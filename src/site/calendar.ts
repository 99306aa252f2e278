/** 日历: what is due next, the running month and those after it as sheets, what is past, and the files to subscribe to. */
import { calendarText } from '../export/calendar.ts';
import { digestOf } from '../export/reminders.ts';
import { addDays, type Day, daysBetween, weekdayOf } from '../model/day.ts';
import { nextPeriod, type Period, periodOf } from '../model/period.ts';
import type { UnitId } from '../model/records.ts';
import { isWorkingDay } from '../scoring/deadlines.ts';
import { calendarWords } from '../words/calendar.ts';
import { filingWords } from '../words/filing.ts';
import { dayWords } from '../words/periods.ts';
import { aYearAgo, type CalendarEvent, calendarEvents } from './calendarEvents.ts';
import { type Context, home, muted, periodName, text, unitName, unitShort } from './context.ts';
import { calendarFilePath, calendarPath, unitPath } from './links.ts';
import type { Cell, Headed, Linked, Table } from './shown.ts';

export interface SheetDay {
  readonly on: Day;
  /** The day of the month, and how a list of days calls it. */
  readonly number: string;
  readonly name: string;
  readonly isToday: boolean;
  /** Off or worked against the week; null where it is as every week. */
  readonly rest: string | null;
  readonly isOff: boolean;
  readonly events: readonly SheetEvent[];
}

export interface SheetEvent {
  readonly kind: CalendarEvent['kind'];
  readonly label: string;
  readonly cell: Cell;
}

export interface MonthSheet {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** Seven for each week, from Monday; null for days of other months. */
  readonly weeks: readonly (readonly (SheetDay | null)[])[];
}

export interface CalendarPage extends Headed {
  /** Null where nothing is due. */
  readonly next: Table | null;
  readonly months: readonly MonthSheet[];
  readonly past: readonly { readonly id: string; readonly title: string; readonly table: Table }[];
  readonly files: { readonly all: Linked; readonly units: readonly Linked[] };
}

/** What is due next fits on a screen. */
const NEXT = 8;

export function calendarPage(context: Context): CalendarPage {
  const { view, language } = context;
  const words = calendarWords(language);
  const events = calendarEvents(context);
  const coming = events.filter(({ to }) => to >= view.asOf);
  return {
    path: calendarPath,
    over: view.site.organisation,
    title: words.title,
    lead: [{ text: words.lead }],
    crumbs: [home(context), { text: words.title }],
    next: coming.length === 0 ? null : nextTable(coming.slice(0, NEXT), context),
    months: sheetsOf(events, context),
    past: pastYears(events, context),
    files: {
      all: { text: words.all, href: calendarFilePath(null, language) },
      units: unitsWithEvents(context).map((unit) => ({ text: unitShort(unit, context), href: calendarFilePath(unit, language) })),
    },
  };
}

/** The units that an ordinance has owe anything, in the order of the register. */
export function unitsWithEvents({ view }: Context): UnitId[] {
  const owing = new Set([...view.calendar.dues, ...view.calendar.quotas].flatMap(({ units }) => units.map(({ unit }) => unit)));
  return [...view.units.keys()].filter((unit) => owing.has(unit));
}

function nextTable(events: readonly CalendarEvent[], context: Context): Table {
  const { view, language } = context;
  const words = calendarWords(language);
  return {
    id: 'next-table',
    caption: words.nextCaption,
    headed: true,
    columns: [
      { label: words.columns.day, kind: 'day' },
      { label: words.columns.what, kind: 'text' },
      { label: words.columns.who, kind: 'text' },
      { label: words.columns.left, kind: 'number' },
    ],
    head: 1,
    rows: events.map((event) => ({
      cells: [
        text(event.on),
        { ...eventCell(event, context), ...waysFrom(event, context) },
        whoCell(event, context),
        text(words.left(Math.max(0, daysBetween(view.asOf, event.on)))),
      ],
    })),
  };
}

function eventCell({ title, href, marks, notes, on, to }: CalendarEvent, { language }: Context): Cell {
  const lasting = to === on ? [] : [calendarWords(language).until(to)];
  return { text: title, href, marks, lines: [...lasting, ...notes].map((note) => ({ text: note, tone: 'muted' })) };
}

const waysFrom = ({ answer }: CalendarEvent, { language }: Context): Pick<Cell, 'links'> =>
  answer === undefined ? {} : { links: [{ text: filingWords(language).answerThis, href: answer }] };

/** More units than these are counted, not named. */
const NAMED = 3;

function whoCell({ units }: CalendarEvent, context: Context): Cell {
  const words = calendarWords(context.language);
  if (units === null) return muted(words.everyone);
  if (units.length === 1) return text(unitShort(units[0] as UnitId, context), unitPath(units[0] as UnitId));
  if (units.length <= NAMED) return text(units.map((unit) => unitShort(unit, context)).join(context.ui.list));
  return text(words.owing(units.length));
}

/** The running month and every later one in which anything is known; none where nothing ever is. */
function sheetsOf(events: readonly CalendarEvent[], context: Context): MonthSheet[] {
  const { asOf } = context.view;
  const last = events.at(-1)?.on;
  if (last === undefined) return [];
  const byDay = Map.groupBy(events, ({ on }) => on);
  const sheets: MonthSheet[] = [];
  for (let month = periodOf(asOf, 'month'); month.from <= last || sheets.length === 0; month = nextPeriod(month)) {
    if (sheets.length === 0 || events.some(({ on }) => month.from <= on && on <= month.to)) sheets.push(sheetOf(month, byDay, context));
  }
  return sheets;
}

function sheetOf(month: Period, byDay: ReadonlyMap<Day, readonly CalendarEvent[]>, context: Context): MonthSheet {
  const title = periodName(month, context);
  const weeks: (SheetDay | null)[][] = [];
  for (let monday = addDays(month.from, 1 - weekdayOf(month.from)); monday <= month.to; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
    weeks.push(days.map((day) => (day < month.from || day > month.to ? null : sheetDay(day, byDay.get(day) ?? [], context))));
  }
  return { id: `month-${month.key}`, title, caption: calendarWords(context.language).monthCaption(title), weeks };
}

function sheetDay(on: Day, events: readonly CalendarEvent[], context: Context): SheetDay {
  const { view, language } = context;
  const words = calendarWords(language);
  const weekday = weekdayOf(on);
  const isOff = !isWorkingDay(on, view.site);
  return {
    on,
    number: String(Number(on.slice(8))),
    name: words.dayInMonth(on, weekday),
    isToday: on === view.asOf,
    isOff,
    rest: isOff === weekday >= 6 ? null : isOff ? words.off : words.work,
    events: events.map((event) => ({ kind: event.kind, label: words.kinds[event.kind], cell: sheetCell(event, context) })),
  };
}

/** In a sheet there is room for the title and how it stands; whom it concerns is said where it is not everyone. */
function sheetCell(event: CalendarEvent, context: Context): Cell {
  const cell = eventCell(event, context);
  const few = event.units !== null && event.units.length <= NAMED;
  return few ? { ...cell, lines: [{ text: whoCell(event, context).text, tone: 'muted' }, ...(cell.lines ?? [])] } : cell;
}

/** What is past, year by year, the latest first. */
function pastYears(events: readonly CalendarEvent[], context: Context): CalendarPage['past'] {
  const words = calendarWords(context.language);
  const past = events.filter(({ to }) => to < context.view.asOf).reverse();
  return [...Map.groupBy(past, ({ on }) => on.slice(0, 4))].map(([year, own]) => {
    const name = periodName(periodOf(`${year}-01-01` as Day, 'year'), context);
    return { id: `past-${year}`, title: words.pastOf(name, own.length), table: pastTable(year, words.pastCaption(name), own, context) };
  });
}

function pastTable(year: string, caption: string, events: readonly CalendarEvent[], context: Context): Table {
  const words = calendarWords(context.language);
  return {
    id: `past-${year}-table`,
    caption,
    headed: true,
    columns: [
      { label: words.columns.day, kind: 'day' },
      { label: words.columns.what, kind: 'text' },
      { label: words.columns.who, kind: 'text' },
    ],
    head: 1,
    rows: events.map((event) => ({ cells: [text(event.on), eventCell(event, context), whoCell(event, context)] })),
  };
}

/** Calendars ask again twice a day. */
const REFRESH_HOURS = 12;

/** The calendar as a file, of everything or of what concerns a unit; the last twelve months and all that is known to come. */
export function calendarFile(unit: UnitId | null, context: Context): string {
  const { view, language } = context;
  const words = calendarWords(language);
  const { organisation } = view.site;
  const first = aYearAgo(context);
  const own = calendarEvents(context).filter(({ on, units }) => on >= first && (unit === null || units === null || units.includes(unit)));
  return calendarText({
    name: unit === null ? words.name(organisation) : words.nameOfUnit(organisation, unitName(unit, context)),
    product: 'site',
    language: language === 'zh' ? 'ZH' : 'EN',
    asOf: view.asOf,
    refreshHours: REFRESH_HOURS,
    entries: own.map(({ key, on, to, kind, title, notes, marks, units }) => ({
      name: digestOf(key),
      on,
      to,
      summary: title,
      description: [
        ...notes,
        ...marks.map((mark) => mark.text),
        ...namesOf(units, context),
        context.ui.footer.asOf(dayWords(view.asOf, language)),
      ].join('\n'),
      categories: [words.kinds[kind]],
    })),
  });
}

const namesOf = (units: CalendarEvent['units'], context: Context): string[] =>
  units === null ? [] : [units.map((unit) => unitName(unit, context)).join(context.ui.list)];
