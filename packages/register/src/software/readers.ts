import type { EvidenceReader } from '../reader.ts'
import { applePackages } from '../readers/apple-packages/index.ts'
import { bunLock } from '../readers/bun-lock/index.ts'
import { cargoLock } from '../readers/cargo-lock/index.ts'
import { cargoToml } from '../readers/cargo-toml/index.ts'
import { compose } from '../readers/compose/index.ts'
import { composerJson } from '../readers/composer-json/index.ts'
import { composerLock } from '../readers/composer-lock/index.ts'
import { condaEnvironment } from '../readers/conda-environment/index.ts'
import { cyclonedxJson } from '../readers/cyclonedx-json/index.ts'
import { cyclonedxXml } from '../readers/cyclonedx-xml/index.ts'
import { dartPubspec } from '../readers/dart-pubspec/index.ts'
import { dockerfile } from '../readers/dockerfile/index.ts'
import { envExample } from '../readers/env-example/index.ts'
import { gemfile } from '../readers/gemfile/index.ts'
import { gemfileLock } from '../readers/gemfile-lock/index.ts'
import { githubWorkflow } from '../readers/github-workflow/index.ts'
import { gitlabPipeline } from '../readers/gitlab-pipeline/index.ts'
import { goMod } from '../readers/go-mod/index.ts'
import { goSum } from '../readers/go-sum/index.ts'
import { gradle } from '../readers/gradle/index.ts'
import { helm } from '../readers/helm/index.ts'
import { hostingFiles } from '../readers/hosting-files/index.ts'
import { kubernetes } from '../readers/kubernetes/index.ts'
import { mavenPom } from '../readers/maven-pom/index.ts'
import { npmLock } from '../readers/npm-lock/index.ts'
import { nugetLock } from '../readers/nuget-lock/index.ts'
import { nugetProject } from '../readers/nuget-project/index.ts'
import { packageJson } from '../readers/package-json/index.ts'
import { packageSources } from '../readers/package-sources/index.ts'
import { pipfileLock } from '../readers/pipfile-lock/index.ts'
import { pnpmLock } from '../readers/pnpm-lock/index.ts'
import { pythonLock } from '../readers/python-lock/index.ts'
import { pythonProject } from '../readers/python-project/index.ts'
import { pythonRequirements } from '../readers/python-requirements/index.ts'
import { pythonSetup } from '../readers/python-setup/index.ts'
import { spdxJson } from '../readers/spdx-json/index.ts'
import { spdxTag } from '../readers/spdx-tag/index.ts'
import { terraform } from '../readers/terraform/index.ts'
import { terraformLock } from '../readers/terraform-lock/index.ts'
import { yarnLock } from '../readers/yarn-lock/index.ts'

/** The readers of own software: what a repository says about itself. */
export const softwareReaders: EvidenceReader[] = [
  npmLock,
  pnpmLock,
  yarnLock,
  bunLock,
  packageJson,
  pythonLock,
  pipfileLock,
  pythonProject,
  pythonRequirements,
  pythonSetup,
  condaEnvironment,
  goMod,
  goSum,
  mavenPom,
  gradle,
  nugetProject,
  nugetLock,
  composerJson,
  composerLock,
  gemfile,
  gemfileLock,
  cargoLock,
  cargoToml,
  dartPubspec,
  applePackages,
  packageSources,
  cyclonedxJson,
  cyclonedxXml,
  spdxJson,
  spdxTag,
  dockerfile,
  compose,
  kubernetes,
  helm,
  terraform,
  terraformLock,
  githubWorkflow,
  gitlabPipeline,
  envExample,
  hostingFiles,
]
