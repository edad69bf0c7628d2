import { isHostingName } from '../readers/hosting-files/index.ts'
import { baseName } from '../software/head.ts'

/** Folders with other people's code, with what a build made, or with a tool's own business: never entered. */
const foreign = new Set(
  `node_modules bower_components jspm_packages vendor vendors .git .hg .svn .jj dist build out target obj .next .nuxt .output
  .svelte-kit .turbo .parcel-cache .cache coverage .nyc_output .venv venv virtualenv __pycache__ site-packages .tox .nox .eggs
  .mypy_cache .pytest_cache .ruff_cache .gradle .mvn .idea .vscode .vs .terraform .terragrunt-cache .serverless .aws-sam cdk.out
  pods carthage deriveddata .dart_tool .pub-cache .yarn .pnpm-store .bundle .stack-work _build deps.elixir .angular .expo
  fixtures __fixtures__ testdata test-data test_data __snapshots__ __mocks__ $recycle.bin`.split(/\s+/),
)

const names = new Set(
  `package.json package-lock.json npm-shrinkwrap.json pnpm-lock.yaml yarn.lock pipfile pipfile.lock pyproject.toml poetry.lock uv.lock
  pdm.lock go.mod go.sum pom.xml gradle.lockfile buildscript-gradle.lockfile packages.config packages.lock.json composer.json
  composer.lock gemfile gemfile.lock gems.rb gems.locked cargo.toml cargo.lock bom.json bom.xml .terraform.lock.hcl .envrc env.example
  example.env bun.lock setup.py setup.cfg pubspec.yaml pubspec.lock podfile.lock package.resolved .npmrc .yarnrc .yarnrc.yml nuget.config
  pip.conf .pypirc bunfig.toml`.split(/\s+/),
)

const dockerName = /^(?:.*[._-])?(?:dockerfile|containerfile)(?:[._-].*)?$/

const patterns = [
  dockerName,
  /^(?:dev[-_]|test[-_])?(?:requirements|constraints)[\w.-]*\.(?:txt|in|pip)$/,
  /\.(?:cs|fs|vb|sql|vcx)proj$|^directory\.[\w.]*(?:props|targets)$/,
  /\.gradle(?:\.kts)?$|\.versions\.toml$|^pylock(?:\..+)?\.toml$|\.gemspec$/,
  /\.(?:cdx|spdx)(?:\.json|\.xml)?$|^s?bom[\w.-]*\.(?:json|xml|spdx)$|[._-]s?bom\.(?:json|xml)$/,
  /\.(?:tf|tofu|bicep|hcl)$|\.(?:tf|tofu)\.json$/,
  /^\.env(?:\..+)?$|\.env$|\.env\.(?:example|sample|template|dist)$/,
  // Kubernetes, Helm, compose and pipelines have any name; what is none of these is seen in its beginning.
  /\.ya?ml$/,
]

/** Most files of a repository: told by their ending at once, but for the few that belong to one service. */
const work =
  /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|cs|php|rb|c|h|cc|cpp|hpp|m|swift|scala|vue|svelte|css|scss|less|html?|mdx?|rst|svg|png|jpe?g|gif|webp|ico|woff2?|ttf|pdf|map|snap|sql|sh|csv)$/
const ofOneService = /^(?:sentry|serverless|newrelic)\.|^setup\.py$/

/** What tests and benches read is no dependency of the project, however much it looks like one. */
const testData = /(?:^|\/)(?:tests?|spec|bench(?:es|marks?)?)\/(?:data|resources|samples?)$/i

/**
 * True for a folder that is not entered, by its name alone.
 * @param path of the same folder from the root, where it is known
 */
export function isForeignFolder(name: string, path: string = name): boolean {
  return foreign.has(name.toLowerCase()) || /^bazel-|\.egg-info$|\.xcodeproj$/.test(name) || testData.test(path)
}

/** True for a file of a repository that may say what software it depends on, by its path alone. */
export function mayMatter(path: string): boolean {
  const name = baseName(path)
  if (work.test(name) && !ofOneService.test(name) && !dockerName.test(name)) return false
  if (names.has(name) || patterns.some((pattern) => pattern.test(name))) return true
  return /(?:^|\/)requirements\/[\w.-]+\.txt$/i.test(path) || isHostingName(path)
}

/** True when a folder with these names in it is a repository or a project: its files are read together. */
export function isRepository(entries: Iterable<string>): boolean {
  for (const entry of entries) {
    const name = entry.toLowerCase()
    if (name === '.git' || (names.has(name) && !/bom|^env|^example|\.envrc|^\.|nuget\.config|pip\.conf/.test(name)))
      return true
    if (/^(?:dockerfile|containerfile|(?:docker-)?compose\.ya?ml|\.github|\.gitlab-ci\.yml)$/.test(name)) return true
    if (/\.(?:sln|csproj|tf|tofu)$|^(?:terragrunt|root)\.hcl$/.test(name)) return true
  }
  return false
}
