// Who may import whom. Each rule is a sentence with its reason; test/architecture plants a breach of each.
const order = [
  'places',
  'identity',
  'rules',
  'designation',
  'ledger',
  'projects',
  'payments',
  'acceptance',
  'reporting',
  'ministry',
  'signals',
  'logistics',
  'allocation',
  'applications',
  'reviews',
  'settlement',
  'disclosure',
]

const capabilityOrder = order.slice(0, -1).map((name, index) => ({
  name: `${name}-knows-no-later-slice`,
  comment: 'Slices stand on earlier ones only, so that each can be read, tested and replaced without the later ones.',
  severity: 'error',
  from: { path: `^capabilities/${name}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: `^capabilities/(${order.slice(index + 1).join('|')})/` },
}))

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle cannot be read from any end.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-imports-nothing',
      comment: 'Everything stands on the kernel, so it stands on nothing.',
      severity: 'error',
      from: { path: '^packages/kernel/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/kernel/' },
    },
    {
      name: 'tools-know-no-programme',
      comment: 'A tool that knows a capability cannot serve the next one.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(capabilities|apps)/' },
    },
    {
      name: 'capabilities-know-no-app',
      comment: 'Apps mount capabilities; never the other way.',
      severity: 'error',
      from: { path: '^capabilities/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'pure-part-touches-nothing',
      comment: 'Rules must give the same answer years later before an auditor: no disk, network, database or screen.',
      severity: 'error',
      from: { path: '^capabilities/[^/]+/[^/]+\\.ts$', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(capabilities/[^/]+/(server|web|testing)/|packages/(db|http|ui|documents)/|packages/policy/load)|^node:|^(fs|path|crypto|child_process|net|http|os)$',
        pathNot: '^zod',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-part-uses-zod-only',
      comment: 'Of npm packages only zod, so that the rules run anywhere and outlive libraries.',
      severity: 'error',
      from: { path: '^capabilities/[^/]+/[^/]+\\.ts$', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|@jincun)/' },
    },
    {
      name: 'server-and-web-never-meet',
      comment: 'They meet over HTTP only; both may use the pure part.',
      severity: 'error',
      from: { path: '^capabilities/[^/]+/server/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(capabilities/[^/]+/web/|packages/ui/)' },
    },
    {
      name: 'web-and-server-never-meet',
      comment: 'Server code in a browser would leak and break.',
      severity: 'error',
      from: { path: '^(capabilities/[^/]+/web/|packages/ui/)', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(capabilities/[^/]+/server/|packages/(db|http)/|packages/policy/load)' },
    },
    {
      name: 'other-slices-by-front-door',
      comment: 'What is not exported may change tomorrow.',
      severity: 'error',
      from: { path: '^(?:capabilities|packages|apps)/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^capabilities/[^/]+/',
        pathNot: '^capabilities/($1/|[^/]+/(index\\.ts|server/index\\.ts|web/(index|parts)\\.ts|testing/factory\\.ts)$)',
      },
    },
    {
      name: 'public-pages-are-light',
      comment: "A villager on a slow phone must not load the officials' component library.",
      severity: 'error',
      from: {
        path: '^(packages/ui/(?!console/)|capabilities/(disclosure|rules)/web/)',
        pathNot: '(\\.test\\.tsx?|/console-[a-z-]+\\.tsx|ambient\\.d\\.ts)$',
      },
      to: {
        path: '(node_modules/(antd|@ant-design)/|^packages/ui/(console/|.*/console-))',
        dependencyTypesNot: ['type-only'],
        dynamic: false,
      },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'Test helpers make records up; the product must not.',
      severity: 'error',
      from: { path: '^(packages|capabilities|apps)/', pathNot: '(\\.test\\.tsx?$|/testing/)' },
      to: { path: '(\\.test\\.tsx?$|/testing/|^test/)' },
    },
    ...capabilityOrder,
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
