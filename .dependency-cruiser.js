// The borders between the folders. Data flows down this list: a folder imports from the ones above it and from no other.
const columns = [
  {
    folders: ['analysis/model'],
    why: 'The model says what task code means to every reader and every rule, so it may depend on none of them.',
  },
  {
    folders: ['analysis/languages'],
    why: 'A reader turns one file into facts; what those facts mean together is for the columns after it to say.',
  },
  {
    folders: ['analysis/frameworks'],
    why: "What one framework's names mean is knowledge about names: it knows neither the linked project nor the rules.",
  },
  {
    folders: ['analysis/project'],
    why: 'Linking joins facts into one project; it must give the same project whichever rules look at it.',
  },
  {
    folders: ['rules'],
    why: 'A rule is a pure check of the linked model; it must run the same from the command line, a server or an editor.',
  },
  {
    folders: ['review'],
    why: 'A review is a job that the command line and the servers share, so it knows nothing of those who ask for it.',
  },
  {
    folders: ['eslint-plugin', 'server'],
    why: 'These are two faces of one engine: each stands on the review alone, and either can be removed without the other noticing.',
  },
  {
    folders: ['cli'],
    why: 'The command line puts the parts together; nothing else may need a terminal.',
  },
]

const allFolders = columns.flatMap((column) => column.folders)
const under = (folders) => `^(${folders.join('|')})/`

const columnBorders = columns.flatMap(({ folders, why }, index) => {
  const lower = columns.slice(0, index).flatMap((column) => column.folders)
  return folders.map((folder) => ({
    name: `${folder.replace('/', '-')}-imports-lower-columns-only`,
    comment: why,
    severity: 'error',
    from: { path: under([folder]) },
    to: { path: under(allFolders), pathNot: under([folder, ...lower]) },
  }))
})

/** Only code under `folders` may import the npm packages that `packages` matches. */
function confined(name, packages, folders, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: under(allFolders), pathNot: under(folders) },
    to: { path: `node_modules/(${packages})/` },
  }
}

const packageBorders = [
  confined(
    'syntax-trees-stay-in-languages',
    'web-tree-sitter|ts-morph',
    ['analysis/languages'],
    'Only a reader sees a syntax tree: a rule that needs one is asking for a fact that the model lacks.',
  ),
  confined(
    'protocol-stays-in-server',
    '@modelcontextprotocol/sdk',
    ['server'],
    'The protocol changes faster than the review does: one folder meets it, and the handlers stay plain functions.',
  ),
  confined('options-stay-in-cli', 'commander', ['cli'], 'Reading command-line options is the business of the command line alone.'),
]

const pureBorders = [
  {
    name: 'model-imports-nothing',
    comment: 'The model is plain data that any thread, cache or editor can hold: no package and no Node module may be needed to read it.',
    severity: 'error',
    from: { path: '^analysis/model/' },
    to: { pathNot: '^analysis/model/' },
  },
  {
    name: 'rules-see-the-model-only',
    comment: 'A rule that looks at languages or at the linker would work for one language only; a rule that imports another cannot be read alone.',
    severity: 'error',
    from: { path: '^rules/([^/]+)/', pathNot: '/proof\\.ts$' },
    to: { pathNot: ['^analysis/model/', '^rules/$1/'] },
  },
  {
    name: 'languages-stay-apart',
    comment: 'Each language can be loaded alone, so that a review of Python never pays for the TypeScript compiler.',
    severity: 'error',
    from: { path: '^analysis/languages/([^/]+)/' },
    to: { path: '^analysis/languages/[^/]+/', pathNot: '^analysis/languages/$1/' },
  },
]

const handlerBorders = [
  {
    name: 'init-knows-no-terminal',
    comment: 'What sets a project up is a plain function that any caller can run: options and output are for the command around it.',
    severity: 'error',
    from: { path: '^cli/init/' },
    to: { path: '^cli/', pathNot: '^cli/init/' },
  },
]

const repositoryBorders = [
  {
    name: 'workshop-is-not-imported',
    comment: 'Tests, scripts, measurements and examples are not part of the package: what ships must stand without them.',
    severity: 'error',
    from: { path: '^([^/]+)/', pathNot: '^(test|scripts/prove)/' },
    to: { path: '^(test|scripts|bench|examples)/', pathNot: '^$1/' },
  },
  {
    name: 'proofs-run-the-tested-examples',
    comment: 'A proof runs the examples that the tests look at, so both read them with the same code; of all else in the tests it knows nothing.',
    severity: 'error',
    from: { path: '^scripts/prove/' },
    to: { path: '^(test|bench|examples)/', pathNot: '^test/rules/documents/' },
  },
  {
    name: 'proofs-stand-on-the-lab',
    comment: 'A proof shows what happens on the real thing: it must not lean on the analysis whose claims it bears out.',
    severity: 'error',
    from: { path: ['^proofs/', '^rules/[^/]+/proof\\.ts$'] },
    to: { path: under(allFolders) },
  },
  {
    name: 'only-proofs-enter-the-lab',
    comment: 'What proofs need are folders, processes and servers of a run; nothing else may come to need them.',
    severity: 'error',
    from: { pathNot: ['^(proofs|test)/', '^rules/[^/]+/proof\\.ts$'] },
    to: { path: '^proofs/' },
  },
  {
    name: 'no-cycles',
    comment: 'Files in a ring can only be read, tested and moved together, and types tie the knot as tightly as values do.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-folder-cycles',
    comment: 'The rooms of a column build on one another in one direction; two that need each other are one room.',
    severity: 'error',
    scope: 'folder',
    from: { path: '^analysis/project/' },
    to: { circular: true, path: '^analysis/project/' },
  },
  {
    name: 'no-drawers',
    comment: 'A folder or file named after nothing collects everything: call it by what is in it.',
    severity: 'error',
    from: {},
    to: { path: '(^|/)(utils?|common|helpers?|misc|shared)(/|\\.ts$)', pathNot: 'node_modules' },
  },
  {
    name: 'imports-resolve',
    comment: 'An import that leads nowhere fails on the machine of whoever installs the package.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'declared-packages-only',
    comment: 'What ships may lean on declared runtime dependencies, and on the two packages that are meant to be bundled. Types are gone by then.',
    severity: 'error',
    from: { path: under(allFolders) },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/(@modelcontextprotocol/sdk|zod)/' },
  },
]

export default {
  forbidden: [...columnBorders, ...packageBorders, ...pureBorders, ...handlerBorders, ...repositoryBorders],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|examples|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
