import { expect, test } from 'vitest'
import { normalPackageUrl, packageUrl } from './package-url.ts'

test.each([
  ['pkg:npm/%40aws-sdk/client-s3@3.1.0', 'pkg:npm/@aws-sdk/client-s3'],
  ['pkg:npm/@angular/core@17.0.0?vcs_url=git%2Bhttps://x#src', 'pkg:npm/@angular/core'],
  ['pkg:pypi/Azure_Storage.Blob@12', 'pkg:pypi/azure-storage-blob'],
  [
    'pkg:golang/github.com/Azure/azure-sdk-for-go/sdk/azcore@v1.2.3',
    'pkg:golang/github.com/azure/azure-sdk-for-go/sdk/azcore',
  ],
  ['pkg:maven/com.stripe/stripe-java@24.0.0?type=jar', 'pkg:maven/com.stripe/stripe-java'],
  ['pkg:nuget/Azure.Storage.Blobs@12.0.0', 'pkg:nuget/azure.storage.blobs'],
  ['pkg://gem/aws-sdk-s3@1', 'pkg:gem/aws-sdk-s3'],
])('%s is %s', (written, normal) => {
  expect(normalPackageUrl(written)).toBe(normal)
})

test.each(['react', 'pkg:npm', 'pkg:npm/', 'pkg:npm/%', 'pkg:npm/a b', `pkg:npm/${'a'.repeat(400)}`])(
  '%s is none',
  (written) => {
    expect(normalPackageUrl(written)).toBeNull()
  },
)

test('A name of an ecosystem becomes the same form', () => {
  expect(packageUrl('npm', '@Sentry/Node')).toBe('pkg:npm/@sentry/node')
  expect(packageUrl('pypi', 'google.cloud_storage')).toBe('pkg:pypi/google-cloud-storage')
  expect(packageUrl('npm', 'a\nb')).toBeNull()
  expect(packageUrl('npm', '')).toBeNull()
})
