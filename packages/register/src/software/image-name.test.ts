import { expect, test } from 'vitest'
import { imageName } from './image-name.ts'

test.each([
  ['postgres:16-alpine', 'postgres', null],
  ['library/redis', 'redis', null],
  ['docker.io/library/nginx:1', 'nginx', 'docker.io'],
  ['bitnami/kafka:3@sha256:abc', 'bitnami/kafka', null],
  ['mcr.microsoft.com/mssql/server:2022-latest', 'mcr.microsoft.com/mssql/server', 'mcr.microsoft.com'],
  ['localhost:5000/app:1', 'localhost:5000/app', 'localhost'],
  ['nginx:${TAG}', 'nginx', null],
  ['${IMAGE:-grafana/grafana:10}', 'grafana/grafana', null],
  ['docker://ghcr.io/owner/app:v1', 'ghcr.io/owner/app', 'ghcr.io'],
  [
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
  ],
])('%s is %s from %s', (reference, name, registry) => {
  expect(imageName(reference)).toEqual({ name, registry })
})

test.each(['$REGISTRY/app', '{{ .Values.image }}', 'scratch', '', 'a b', '../x'])(
  '%s is no image that can be known',
  (reference) => {
    expect(imageName(reference)).toBeNull()
  },
)
