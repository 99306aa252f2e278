/**
 * Draws every chart of the page from the table beside it: the numbers are those that the reader sees. A chart needs scripts; the page does not.
 */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip);

interface Series {
  readonly labels: string[];
  readonly values: number[];
}

/** Two columns of a table, row by row. A mark beside a name is not part of it. */
function seriesOf({ dataset }: HTMLCanvasElement): Series {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>(`#${dataset.table} tbody tr`)].slice(0, Number(dataset.most));
  const column = (index: string | undefined): string[] => rows.map((row) => textOf(row.cells[Number(index)]));
  return { labels: column(dataset.label), values: column(dataset.value).map(Number) };
}

function textOf(cell: HTMLTableCellElement | undefined): string {
  const own = cell?.querySelector('a') ?? cell;
  return cell?.dataset.brief ?? own?.textContent?.trim() ?? '';
}

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function configurationOf(canvas: HTMLCanvasElement): ChartConfiguration<'bar' | 'line'> {
  const { labels, values } = seriesOf(canvas);
  const isTrend = canvas.dataset.chart === 'trend';
  const [ink, line, accent, soft] = [token('--ink-quiet'), token('--line'), token('--chart'), token('--chart-soft')];
  const numbers = { beginAtZero: true, border: { display: false }, grid: { color: line }, ticks: { color: ink, precision: 0 } };
  const names = { grid: { display: false }, border: { color: line }, ticks: { color: ink, autoSkip: isTrend } };
  return {
    type: isTrend ? 'line' : 'bar',
    data: {
      labels,
      datasets: [
        isTrend
          ? { data: values, borderColor: accent, backgroundColor: soft, pointBackgroundColor: accent, fill: true, borderWidth: 2, pointRadius: 3 }
          : { data: values, backgroundColor: accent, maxBarThickness: 18 },
      ],
    },
    options: {
      indexAxis: isTrend ? 'x' : 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      font: { family: getComputedStyle(document.body).fontFamily },
      scales: isTrend ? { x: names, y: numbers } : { x: numbers, y: names },
      plugins: { tooltip: { displayColors: false } },
    },
  };
}

function drawAll(): void {
  for (const canvas of document.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')) {
    Chart.getChart(canvas)?.destroy();
    new Chart(canvas, configurationOf(canvas));
  }
}

drawAll();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
new MutationObserver(drawAll).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
