/**
 * Draws charts from the tables beside them: the numbers are those that the reader sees. Colours and sizes are those of the sheet; what colour tells,
 * shape, hatching or a name beside the line tells too.
 */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  type ChartOptions,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  type PointStyle,
  type Scale,
  Tooltip,
} from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, Filler, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

type Any = 'bar' | 'line';
type Dataset = ChartDataset<Any, (number | null)[]>;

/** What a chart is drawn from. */
interface Scene {
  readonly labels: readonly string[];
  /** The columns, or for ranks the rows. */
  readonly series: readonly { readonly name: string; readonly values: (number | null)[] }[];
  readonly firm: number;
  readonly look: Look;
}

interface Look {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly faint: string;
  readonly surface: string;
  readonly accent: string;
  readonly soft: string;
  readonly hues: readonly string[];
  readonly font: { readonly family: string; readonly size: number };
}

const SHAPES: readonly PointStyle[] = ['circle', 'rectRot', 'triangle', 'rect', 'star', 'crossRot'];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function lookOf(canvas: HTMLCanvasElement): Look {
  const style = getComputedStyle(canvas.parentElement ?? canvas);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    quiet: token('--ink-quiet'),
    line: token('--line'),
    faint: token('--line-firm'),
    surface: token('--surface'),
    accent: token('--chart'),
    soft: token('--chart-soft'),
    hues: [1, 2, 3, 4, 5, 6].map((index) => token(`--series-${index}`)),
    font: { family: style.fontFamily, size: Number.parseFloat(style.fontSize) },
  };
}

/** The columns of the table, row by row. A mark beside a name is not part of it. */
function sceneOf(canvas: HTMLCanvasElement): Scene {
  const { table, label, value, until = value, most, names, firm, chart } = canvas.dataset;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>(`#${table} tbody tr`)].slice(0, Number(most));
  const labels = rows.map((row) => textOf(row.cells[Number(label)]));
  const columns = Array.from({ length: Number(until) - Number(value) + 1 }, (_, index) => Number(value) + index);
  const numbers = rows.map((row) => columns.map((column) => numberOf(row.cells[column])));
  const heads: string[] = names === undefined ? [] : (JSON.parse(names) as string[]);
  const series =
    chart === 'ranks'
      ? numbers.map((values, index) => ({ name: labels[index] ?? '', values }))
      : columns.map((_, index) => ({ name: heads[index] ?? '', values: numbers.map((values) => values[index] ?? null) }));
  return { labels: chart === 'ranks' ? heads : labels, series, firm: Number(firm ?? 0), look: lookOf(canvas) };
}

function textOf(cell: HTMLTableCellElement | undefined): string {
  const own = cell?.querySelector('a') ?? cell;
  return cell?.dataset.brief ?? own?.textContent?.trim() ?? '';
}

function numberOf(cell: HTMLTableCellElement | undefined): number | null {
  const value = Number.parseFloat(textOf(cell));
  return Number.isNaN(value) ? null : value;
}

/** A colour with stripes of the ground, so that neighbours differ without colour too. */
function hatched(colour: string, ground: string, size: number): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.max(6, Math.round(size / 2));
  const pen = tile.getContext('2d');
  if (pen === null) return colour;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, tile.width, tile.height);
  pen.strokeStyle = ground;
  pen.lineWidth = tile.width / 5;
  for (const shift of [-tile.width, 0, tile.width]) {
    pen.moveTo(shift, tile.height);
    pen.lineTo(shift + tile.width, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? colour;
}

const partFill = (index: number, { hues, surface, font }: Look): CanvasPattern | string =>
  index % 2 === 0 ? at(hues, index) : hatched(at(hues, index), surface, font.size);

/** Writes the value at the end of each bar, or of all its parts together. */
const barValues: Plugin = {
  id: 'barValues',
  afterDatasetsDraw: (chart) => {
    const { ctx: pen, data } = chart;
    const look = lookOf(chart.canvas);
    pen.save();
    pen.font = `600 ${look.font.size}px ${look.font.family}`;
    pen.fillStyle = look.ink;
    pen.textBaseline = 'middle';
    for (const index of (data.labels ?? []).keys()) {
      const numbers = data.datasets.map(({ data: values }) => Number(values[index] ?? 0));
      const ends = data.datasets.map((_, part) => chart.getDatasetMeta(part).data[index]?.x ?? 0);
      const y = chart.getDatasetMeta(0).data[index]?.y ?? 0;
      const total = Math.round(numbers.reduce((all, value) => all + value, 0) * 1e6) / 1e6;
      pen.fillText(String(total), Math.max(...ends, chart.chartArea.left) + look.font.size * 0.4, y);
    }
    pen.restore();
  },
};

/** Writes the name of each line at its last point. Where several end at one rank the next ranks are free: they take the names. */
const lineNames: Plugin = {
  id: 'lineNames',
  afterDatasetsDraw: (chart) => {
    const { ctx: pen, data, scales } = chart;
    const look = lookOf(chart.canvas);
    const taken = new Map<number, number>();
    pen.save();
    pen.textBaseline = 'middle';
    for (const { label = '', borderColor, order, data: values } of data.datasets) {
      const rank = values.at(-1);
      if (typeof rank !== 'number') continue;
      const before = taken.get(rank) ?? 0;
      taken.set(rank, before + 1);
      const isFirm = (order ?? 0) === 0;
      pen.font = `${isFirm ? 600 : 400} ${look.font.size}px ${look.font.family}`;
      pen.fillStyle = isFirm && typeof borderColor === 'string' ? borderColor : look.quiet;
      pen.fillText(label, chart.chartArea.right + look.font.size * 0.9, scales.y?.getPixelForValue(rank + before) ?? 0);
    }
    pen.restore();
  },
};

/** Room beside the picture for the longest of the names. */
function roomFor(names: readonly string[], { font }: Look): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return 0;
  pen.font = `600 ${font.size}px ${font.family}`;
  return Math.ceil(Math.max(0, ...names.map((name) => pen.measureText(name).width)) + font.size * 1.2);
}

const axes = ({ line, quiet, font }: Look) => ({
  numbers: { beginAtZero: true, border: { display: false }, grid: { color: line }, ticks: { color: quiet, font, precision: 0 } },
  names: { grid: { display: false }, border: { color: line }, ticks: { color: quiet, font, maxRotation: 0 } },
});

const linesOf = (look: Look) => ({ borderWidth: look.font.size / 6, pointRadius: look.font.size / 3.4, tension: 0 });

interface Drawing {
  readonly datasets: Dataset[];
  readonly options: ChartOptions<Any>;
  readonly plugins: Plugin[];
}

const legend = ({ ink, font }: Look) => ({
  display: true,
  position: 'top' as const,
  align: 'start' as const,
  labels: { color: ink, font, boxWidth: font.size * 1.4, boxHeight: font.size * 0.9, padding: font.size },
});

/** The part of a picture that names beside its bars may take. */
const FOR_NAMES = 0.4;

/** Names that would take too much of the room end in an ellipsis: Chart.js would cut their beginnings. The whole name is in the table and under the pointer. */
const shortened = (labels: readonly string[], { font }: Look) =>
  function label(this: Scale, value: string | number): string {
    const pen = this.chart.ctx;
    pen.font = `${font.size}px ${font.family}`;
    const fits = (text: string): boolean => pen.measureText(text).width <= this.chart.width * FOR_NAMES;
    const signs = [...(labels[Number(value)] ?? '')];
    if (fits(signs.join(''))) return signs.join('');
    const length = signs.findLastIndex((_, index) => fits(`${signs.slice(0, index).join('')}…`));
    return `${signs.slice(0, Math.max(1, length)).join('')}…`;
  };

function bars({ labels, series, look }: Scene): Drawing {
  const { numbers, names } = axes(look);
  const isStack = series.length > 1;
  return {
    datasets: series.map(({ name, values }, index) => ({
      type: 'bar',
      label: name,
      data: values,
      backgroundColor: isStack ? partFill(index, look) : look.accent,
      borderColor: look.surface,
      borderWidth: isStack ? { right: 1 } : 0,
      maxBarThickness: look.font.size * 1.6,
    })),
    options: {
      indexAxis: 'y',
      layout: { padding: { right: look.font.size * 3 } },
      scales: {
        x: { ...numbers, stacked: isStack, ticks: { display: false }, grid: { display: false } },
        y: { ...names, stacked: isStack, ticks: { color: look.ink, font: look.font, autoSkip: false, callback: shortened(labels, look) } },
      },
      plugins: { legend: isStack ? legend(look) : { display: false } },
    },
    plugins: [barValues],
  };
}

function trend({ series, look }: Scene): Drawing {
  const { numbers, names } = axes(look);
  const [first, ...others] = series;
  const firm: Dataset = {
    type: 'line',
    label: first?.name ?? '',
    data: first?.values ?? [],
    borderColor: look.accent,
    backgroundColor: look.soft,
    pointBackgroundColor: look.accent,
    fill: true,
    order: 0,
    ...linesOf(look),
  };
  const quiet = others.map(
    ({ name, values }): Dataset => ({
      type: 'line',
      label: name,
      data: values,
      borderColor: look.quiet,
      pointBackgroundColor: look.surface,
      borderDash: [look.font.size / 2, look.font.size / 3],
      pointStyle: 'triangle',
      order: 1,
      ...linesOf(look),
    }),
  );
  return {
    datasets: [firm, ...quiet],
    options: {
      scales: { x: names, y: numbers },
      plugins: {
        legend: {
          ...legend(look),
          display: others.length > 0,
          labels: { ...legend(look).labels, usePointStyle: true, boxHeight: look.font.size * 0.6 },
        },
      },
    },
    plugins: [],
  };
}

function ranks({ series, firm, look }: Scene): Drawing {
  const { numbers, names } = axes(look);
  const lowest = Math.max(2, series.length, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return {
    datasets: series.map(({ name, values }, index): Dataset => {
      const isFirm = index < firm;
      const colour = isFirm ? at(look.hues, index) : look.faint;
      return {
        type: 'line',
        label: name,
        data: values,
        spanGaps: true,
        borderColor: colour,
        backgroundColor: colour,
        pointStyle: at(SHAPES, isFirm ? index : 0),
        pointBackgroundColor: isFirm ? colour : look.surface,
        order: isFirm ? 0 : 1,
        ...linesOf(look),
        ...(isFirm
          ? { borderWidth: look.font.size / 4.5, pointRadius: look.font.size / 2.4 }
          : { borderWidth: look.font.size / 10, pointRadius: look.font.size / 5 }),
      };
    }),
    options: {
      clip: false,
      layout: {
        padding: {
          right: roomFor(
            series.map(({ name }) => name),
            look,
          ),
          top: look.font.size / 2,
        },
      },
      scales: {
        x: { ...names, offset: false },
        y: {
          ...numbers,
          beginAtZero: false,
          reverse: true,
          min: 1,
          max: lowest + 0.5,
          ticks: { color: look.quiet, font: look.font, precision: 0, stepSize: 1, includeBounds: false, padding: look.font.size * 0.6 },
        },
      },
      plugins: { legend: { display: false } },
    },
    plugins: [lineNames],
  };
}

function quota({ series, look }: Scene): Drawing {
  const { numbers, names } = axes(look);
  const [done, owed, missing] = series;
  const bar = { type: 'bar' as const, pointStyle: 'rect' as const, stack: 'done', order: 1, maxBarThickness: look.font.size * 2 };
  return {
    datasets: [
      { ...bar, label: done?.name ?? '', data: done?.values ?? [], backgroundColor: at(look.hues, 2) },
      { ...bar, label: missing?.name ?? '', data: missing?.values ?? [], backgroundColor: hatched(look.accent, look.surface, look.font.size) },
      {
        type: 'line',
        label: owed?.name ?? '',
        data: owed?.values ?? [],
        borderColor: look.ink,
        backgroundColor: look.ink,
        borderDash: [look.font.size / 2, look.font.size / 4],
        stepped: 'middle',
        pointStyle: 'line',
        order: 0,
        ...linesOf(look),
        pointRadius: 0,
      },
    ],
    options: {
      scales: { x: { ...names, stacked: true }, y: { ...numbers, stacked: false } },
      plugins: { legend: { ...legend(look), labels: { ...legend(look).labels, usePointStyle: true, boxHeight: look.font.size * 0.6 } } },
    },
    plugins: [],
  };
}

const KINDS: Readonly<Record<string, (scene: Scene) => Drawing>> = { bars, stack: bars, trend, ranks, quota };

function configurationOf(canvas: HTMLCanvasElement): ChartConfiguration<Any, (number | null)[], string | string[]> {
  const scene = sceneOf(canvas);
  const { datasets, options, plugins } = (KINDS[canvas.dataset.chart ?? ''] ?? bars)(scene);
  return {
    type: canvas.dataset.chart === 'bars' || canvas.dataset.chart === 'stack' || canvas.dataset.chart === 'quota' ? 'bar' : 'line',
    data: { labels: scene.labels.map((label) => (label.includes('\n') ? label.split('\n') : label)), datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      ...options,
      plugins: { tooltip: { displayColors: false }, ...options.plugins },
    },
    plugins,
  };
}

/** Draws every chart of the page, those drawn before anew. */
export function drawAll(): void {
  for (const canvas of document.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')) {
    Chart.getChart(canvas)?.destroy();
    new Chart(canvas, configurationOf(canvas));
  }
}

/** Draws now, and again whenever the colours change. */
export function keepDrawn(): void {
  drawAll();
  for (const query of ['(prefers-color-scheme: dark)', 'print']) matchMedia(query).addEventListener('change', drawAll);
  new MutationObserver(drawAll).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-text'] });
}
