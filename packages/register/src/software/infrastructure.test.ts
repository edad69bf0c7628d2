import { expect, test } from 'vitest'
import { readText } from './testing/read.ts'

const names = async (name: string, content: string) => {
  const { reader, traces } = await readText(name, content)
  return [
    reader,
    ...traces.map(({ kind, name, domain, location }) => [kind, name, domain, location].filter(Boolean).join(' ')),
  ]
}

test('Dockerfile: base images, stages, arguments, names of variables', async () => {
  const text = `# syntax=docker/dockerfile:1
ARG BASE=mcr.microsoft.com/dotnet/sdk:8.0
FROM --platform=linux/amd64 $BASE AS build
RUN --mount=type=secret,id=x,from=ghcr.io/owner/tool:1 true
FROM build
FROM nginx:1.27 as web
COPY --from=build /a /b
COPY --from=busybox:1 /c /d
ENV STRIPE_SECRET_KEY=sk_live_abcdef \\
    SENTRY_DSN="https://abc@sentry.example.com/1"
ENV OPENAI_API_KEY sk-verysecret
FROM $UNKNOWN/x
`
  expect(await names('Dockerfile', text)).toEqual([
    'dockerfile',
    'environment BASE',
    'container mcr.microsoft.com/dotnet/sdk mcr.microsoft.com',
    'container ghcr.io/owner/tool ghcr.io',
    'container nginx',
    'container busybox',
    'environment STRIPE_SECRET_KEY',
    'environment SENTRY_DSN',
    'environment OPENAI_API_KEY',
  ])
})

test('compose: a service on one line', async () => {
  const text = "services:\n  db: {image: postgres:16, restart: always}\n  own: {build: .}\n  q: { image: 'redis:7' }\n"
  expect(await names('compose.yaml', text)).toEqual(['compose', 'container postgres', 'container redis'])
})

test('compose: images and names, never values', async () => {
  const text = `services:
  web:
    build: .
    environment:
      - STRIPE_KEY=sk_live_1
      - "MAILGUN_API_KEY=key"
      - PASSED_THROUGH
      - hunter2
    depends_on: [db]
  db:
    image: "postgres:16"   # comment
    environment: { POSTGRES_PASSWORD: secret, POSTGRES_DB: x }
  cache:
    image: \${CACHE_IMAGE:-redis:7}
    environment:
      SENTRY_DSN: "https://key@o1.ingest.sentry.io/1"
`
  expect(await names('compose.yaml', text)).toEqual([
    'compose',
    'environment STRIPE_KEY',
    'environment MAILGUN_API_KEY',
    'environment PASSED_THROUGH',
    'container postgres',
    'environment POSTGRES_PASSWORD',
    'environment POSTGRES_DB',
    'container redis',
    'environment SENTRY_DSN',
  ])
})

test('Kubernetes, also as a template of Helm', async () => {
  const text = `{{- if .Values.enabled }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  template:
    spec:
      containers:
      - name: web
        image: "ghcr.io/owner/web:1"
        env:
        - name: STRIPE_KEY
          valueFrom:
            secretKeyRef: {name: s, key: k}
      - name: own
        image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
---
apiVersion: eks.amazonaws.com/v1
kind: NodeClass
data:
  script: |
    image: wrong:1
`
  expect(await names('templates/web.yaml', text)).toEqual([
    'kubernetes',
    'container ghcr.io/owner/web ghcr.io',
    'environment STRIPE_KEY',
    'infrastructure eks.amazonaws.com eks.amazonaws.com',
    'environment script',
  ])
})

test('Helm: charts that are needed and images in parts', async () => {
  const chart = `apiVersion: v2
name: shop
version: 0.1.0
dependencies:
  - name: postgresql
    repository: https://charts.bitnami.com/bitnami
    version: 12.x
  - name: redis
`
  expect(await names('chart/Chart.yaml', chart)).toEqual([
    'helm',
    'package pkg:helm/postgresql',
    'package pkg:helm/redis',
  ])
  const values = `image:
  registry: quay.io
  repository: keycloak/keycloak
  tag: "25"
metrics:
  image: prom/statsd:1
extraEnv:
  SENTRY_DSN: x
`
  expect(await names('chart/values.yaml', values)).toEqual([
    'helm',
    'container quay.io/keycloak/keycloak quay.io',
    'container prom/statsd',
    'environment SENTRY_DSN',
  ])
})

test('Terraform: types, providers with region, modules', async () => {
  const text = `terraform {
  backend "azurerm" {}
  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
    }
  }
}
provider "aws" {
  region = "eu-west-1"
}
# resource "no_no" "x" {}
resource "aws_s3_bucket" "b" {
  policy = <<EOF
resource "wrong_type" "x" {
EOF
}
data "azurerm_client_config" "c" {}
module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
}
module "net" {
  source = "terraform-google-modules/network/google"
}
module "own" {
  source = "./own"
}
`
  expect(await names('main.tf', text)).toEqual([
    'terraform',
    'infrastructure cloudflare/cloudflare',
    'infrastructure hashicorp/aws',
    'infrastructure hashicorp/aws eu-west-1',
    'infrastructure aws_s3_bucket',
    'infrastructure azurerm_client_config',
    'infrastructure hashicorp/google',
    'infrastructure hashicorp/azurerm',
  ])
  const lock =
    'provider "registry.terraform.io/hashicorp/azurerm" {\n  version = "3.1.0"\n  hashes = [\n    "h1:x",\n  ]\n}\n'
  expect(await names('.terraform.lock.hcl', lock)).toEqual(['terraform-lock', 'infrastructure hashicorp/azurerm'])
})

test('A backend that only speaks like S3 is not Amazon', async () => {
  const text = 'terraform {\n  backend "s3" {\n    bucket = "x"\n  }\n}\n'
  expect(await names('main.tf', text)).toEqual(['terraform', 'infrastructure hashicorp/aws'])
  const other = text.replace('bucket', 'endpoint = "https://s3.nl-ams.scw.cloud"\n    bucket')
  expect(await names('main.tf', other)).toEqual(['terraform'])
})

test('GitHub workflow and GitLab pipeline', async () => {
  const workflow = `on: push
env:
  NPM_TOKEN: \${{ secrets.NPM_TOKEN }}
jobs:
  build:
    runs-on: ubuntu-latest
    container: node:24
    services:
      db:
        image: postgres:16
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials/sub@v4
        with:
          role: \${{ secrets.AWS_ROLE }}
      - uses: ./own
      - uses: docker://ghcr.io/x/y:1
      - run: |
          uses: wrong/wrong@v1
`
  expect(await names('.github/workflows/ci.yml', workflow)).toEqual([
    'github-workflow',
    'environment NPM_TOKEN',
    'infrastructure github-actions github.com',
    'container node',
    'container postgres',
    'infrastructure actions/checkout',
    'infrastructure aws-actions/configure-aws-credentials',
    'environment AWS_ROLE',
    'container ghcr.io/x/y ghcr.io',
  ])
  const pipeline =
    'image: node:24\nvariables:\n  SENTRY_AUTH_TOKEN: x\ntest:\n  services:\n    - postgres:16\n    - name: docker:dind\n  script:\n    - npm test\n'
  expect(await names('.gitlab-ci.yml', pipeline)).toEqual([
    'gitlab-pipeline',
    'infrastructure gitlab-ci gitlab.com',
    'container node',
    'environment SENTRY_AUTH_TOKEN',
    'container postgres',
    'container docker',
  ])
})

test('.env: names only; keys over lines are passed over', async () => {
  const text = `# Stripe
export STRIPE_SECRET_KEY=sk_live_51HsecretSECRET
#OPENAI_API_KEY=
NODE_ENV=production
PRIVATE_KEY="-----BEGIN PRIVATE KEY-----
MIIEvQsecretline0123456789=
SECRET_INSIDE=1
-----END PRIVATE KEY-----"
BARE_KEY=-----BEGIN RSA PRIVATE KEY-----
MIIEowIBAAKCAQEAsecret0123456789abc=
-----END RSA PRIVATE KEY-----
NEXT_PUBLIC_SENTRY_DSN=https://abc@sentry.io/1
`
  const read = await readText('.env.example', text)
  expect(read.reader).toBe('env-example')
  expect(read.traces.map(({ name }) => name)).toEqual(['STRIPE_SECRET_KEY', 'PRIVATE_KEY', 'BARE_KEY', 'SENTRY_DSN'])
  expect(JSON.stringify(read)).not.toMatch(/sk_live|MIIE|abc@|SECRET_INSIDE/)
})

test.each([
  ['azure-pipelines.yml', 'trigger: [main]\npool:\n  vmImage: ubuntu-latest\n', 'dev.azure.com'],
  ['vercel.json', '{"version": 2}', 'vercel.com'],
  ['.circleci/config.yml', 'version: 2.1\njobs: {}\n', 'circleci.com'],
  [
    'stack.template.yaml',
    'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  B:\n    Type: AWS::S3::Bucket\n',
    'aws.amazon.com',
  ],
  ['infra/main.bicep', "resource s 'Microsoft.Storage/storageAccounts@2023-01-01' = {}\n", 'azure.microsoft.com'],
])('%s is of one service', async (name, text, domain) => {
  expect(await names(name, text)).toEqual(['hosting-files', `infrastructure ${domain} ${domain}`])
})

test('What belongs to no service is read by nobody', async () => {
  const others = {
    'config.yml': 'a: 1\nb:\n  - c\n',
    'data.json': '{"a": 1}',
    'notes.txt': 'Buy bread\nand milk\n\nand more',
    'x.xml': '<a><b/></a>',
  }
  for (const [name, text] of Object.entries(others)) expect((await readText(name, text)).reader).toBeNull()
})

test('Hosts of packages of their own, never what opens them', async () => {
  const everybodys = ['registry', 'npmjs', 'org'].join('.')
  const text =
    `registry=https://${everybodys}/\n` +
    '@own:registry=https://user:hunter2@pkgs.dev.azure.com/own/_packaging/feed/npm/registry/\n//pkgs.dev.azure.com/:_authToken=hunter2\n'
  const read = await readText('.npmrc', text)
  expect(read.lines).toEqual(['pkgs.dev.azure.com | package source · pkgs.dev.azure.com | line 2'])
  expect(JSON.stringify(read)).not.toContain('hunter2')
})

test('providers on one line, Terragrunt and Terraform as JSON are read too', async () => {
  const versions = `terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm", version = "~> 3.0" }
    hcloud  = { version = "1", source = "hetznercloud/hcloud" }
    inside  = { source = "terraform.acme.nl/platform/internal" }
  }
}
`
  expect(await names('versions.tf', versions)).toEqual([
    'terraform',
    'infrastructure hashicorp/azurerm',
    'infrastructure hetznercloud/hcloud',
  ])
  const terragrunt = `remote_state {
  backend = "azurerm"
}
generate "provider" {
  path     = "provider.tf"
  contents = <<EOT
provider "google" {
  region = "europe-west4"
}
EOT
}
terraform {
  source = "tfr:///terraform-aws-modules/vpc/aws?version=5.1.0"
}
`
  expect((await names('live/terragrunt.hcl', terragrunt)).sort()).toEqual([
    'infrastructure hashicorp/aws',
    'infrastructure hashicorp/azurerm',
    'infrastructure hashicorp/google',
    'infrastructure hashicorp/google europe-west4',
    'terraform',
  ])
  const json = JSON.stringify({
    terraform: [{ required_providers: { twilio: { source: 'twilio/twilio' }, old: '~> 1' }, backend: { gcs: {} } }],
    provider: { aws: [{ region: 'eu-west-1' }, { alias: 'us' }] },
    resource: { cloudflare_zone: { z: { zone: 'acme.nl' } } },
    module: { own: { source: './x' }, k8s: { source: 'Azure/aks/azurerm' } },
  })
  expect((await names('cdn/main.tf.json', json)).sort()).toEqual([
    'infrastructure cloudflare_zone',
    'infrastructure hashicorp/aws',
    'infrastructure hashicorp/aws eu-west-1',
    'infrastructure hashicorp/azurerm',
    'infrastructure hashicorp/google',
    'infrastructure twilio/twilio',
    'terraform',
  ])
  await expect(names('main.tf.json', '{"resource": {')).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
})
