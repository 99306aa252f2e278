/**
 * The import arrows. Folders under src/ are stops of a road: a stop imports only itself and stops before it. What Astro's own
 * file format hides from this tool (imports in .astro files) Biome's noRestrictedImports watches; see biome.json. Through one file of the
 * rim, rim/site.ts, pages get their data.
 */
const ROAD = [
  'model',
  'source',
  'ledger',
  'policy',
  'scoring',
  'standings',
  'cases',
  'plan',
  'approval',
  'filing',
  'words',
  'bulletin',
  'review',
  'export',
  'site',
];
/** Beside the road: what each may import from src/, itself aside. */
const BESIDE = {
  rim: ROAD,
  demo: ROAD,
  pages: ['site', 'words', 'model', 'components', 'layouts'],
  components: ['site', 'words', 'model', 'pages', 'layouts'],
  layouts: ['site', 'words', 'model', 'pages', 'components'],
};
/** Values in, values out: these run in a browser. */
const PURE = [...ROAD, 'demo'];

const inside = (folders) => `^src/(${folders.join('|')})/`;
/** The one file of the rim through which pages get their data. */
const DOOR = '^src/rim/site\\.ts$';
const mayImport = (folder, allowed) => ({
  name: `${folder}-imports-only-what-comes-before`,
  comment: `src/${folder} may import: ${[folder, ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: inside([folder]) },
  to: { path: '^src/', pathNot: [inside([folder, ...allowed]), ...(folder === 'pages' ? [DOOR] : [])] },
});

/** What lies under src/ in no folder that has its place; declarations of types may lie at the top. */
const homeless = { path: '^src/', pathNot: [inside([...ROAD, ...Object.keys(BESIDE), 'cli']), '^src/[^/]+\\.d\\.ts$'] };
const placeless = { comment: 'A new folder under src/ needs its place on the road: add it to .dependency-cruiser.mjs.', severity: 'error' };

export default {
  forbidden: [
    ...ROAD.map((stop, index) => mayImport(stop, ROAD.slice(0, index))),
    ...Object.entries(BESIDE).map(([folder, allowed]) => mayImport(folder, allowed)),
    { ...placeless, name: 'every-folder-has-its-place', from: homeless, to: {} },
    { ...placeless, name: 'nothing-is-imported-from-elsewhere', from: {}, to: homeless },
    {
      name: 'the-road-touches-no-machine',
      comment: 'Disk, Git, clock and environment are the rim’s; the road runs in a browser too.',
      severity: 'error',
      from: { path: inside(PURE) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-road-knows-no-rim-library',
      severity: 'error',
      from: { path: inside(PURE) },
      to: { path: 'node_modules/(astro|commander|fast-glob|sirv|playwright-core|vitest)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'source-imports-no-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^astro:' } },
    {
      name: 'the-product-needs-no-development-dependency',
      comment: 'Types aside, what src/ imports belongs under "dependencies".',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(test/cases|dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.d.ts'],
    },
  },
};
