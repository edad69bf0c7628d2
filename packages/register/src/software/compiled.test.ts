import { expect, test } from 'vitest'
import { readText } from './testing/read.ts'

const texts = async (name: string, content: string) => {
  const { reader, traces } = await readText(name, content)
  return [reader, ...traces.map(({ text }) => text)]
}

test('go.mod and go.sum', async () => {
  const mod = `module example.com/shop

go 1.26

require github.com/Azure/azure-sdk-for-go/sdk/azcore v1.2.0
require (
	cloud.google.com/go/storage v1.40.0
	golang.org/x/net v0.20.0 // indirect
)

replace example.com/a => ../a
`
  expect(await texts('go.mod', mod)).toEqual([
    'go-mod',
    'golang · github.com/azure/azure-sdk-for-go/sdk/azcore v1.2.0 · direct',
    'golang · cloud.google.com/go/storage v1.40.0 · direct',
    'golang · golang.org/x/net v0.20.0 · transitive',
  ])
  const sum =
    'golang.org/x/net v0.20.0 h1:aaa=\ngolang.org/x/net v0.20.0/go.mod h1:bbb=\ngolang.org/x/sys v0.1.0/go.mod h1:ccc=\n'
  expect(await texts('go.sum', sum)).toEqual(['go-sum', 'golang · golang.org/x/net v0.20.0'])
})

test('pom.xml: properties, boms, plugins, own modules', async () => {
  const pom = `<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.2.0</version></parent>
  <groupId>nl.shop</groupId>
  <properties><azure.group>com.azure</azure.group><stripe.version>24.1.0</stripe.version></properties>
  <dependencies>
    <!-- <dependency><groupId>no</groupId><artifactId>no</artifactId></dependency> -->
    <dependency>
      <groupId>com.stripe</groupId><artifactId>stripe-java</artifactId><version>\${stripe.version}</version>
      <exclusions><exclusion><groupId>org.x</groupId><artifactId>x</artifactId></exclusion></exclusions>
    </dependency>
    <dependency><groupId>\${azure.group}</groupId><artifactId>azure-storage-blob</artifactId></dependency>
    <dependency><groupId>\${project.groupId}</groupId><artifactId>own</artifactId></dependency>
    <dependency><groupId>junit</groupId><artifactId>junit</artifactId><scope>test</scope></dependency>
  </dependencies>
  <build><plugins><plugin><artifactId>maven-jar-plugin</artifactId></plugin></plugins></build>
</project>`
  expect(await texts('pom.xml', pom)).toEqual([
    'maven-pom',
    'maven · org.springframework.boot/spring-boot-starter-parent 3.2.0 · direct',
    'maven · com.stripe/stripe-java 24.1.0 · direct',
    'maven · com.azure/azure-storage-blob · direct',
    'maven · junit/junit · direct · development',
    'maven · org.apache.maven.plugins/maven-jar-plugin · direct · development',
  ])
})

test('Gradle: scripts, catalogue and lock', async () => {
  const script = `plugins { 
    id 'com.google.gms.google-services' version '4.4.0'
}
dependencies {
    // implementation 'no:no:1'
    implementation 'com.stripe:stripe-java:24.0.0'
    api("com.google.firebase:firebase-bom:$bomVersion")
    implementation(platform("com.azure:azure-sdk-bom:1.2.0"))
    testImplementation group: 'junit', name: 'junit', version: '4.13'
    implementation project(':own')
}`
  expect(await texts('app/build.gradle', script)).toEqual([
    'gradle',
    'maven · com.google.gms.google-services/com.google.gms.google-services.gradle.plugin 4.4.0 · direct · development',
    'maven · com.stripe/stripe-java 24.0.0 · direct',
    'maven · com.google.firebase/firebase-bom · direct',
    'maven · com.azure/azure-sdk-bom 1.2.0 · direct',
    'maven · junit/junit · direct · development',
  ])
  const catalogue =
    '[versions]\naws = "2.1"\n[libraries]\ns3 = { module = "software.amazon.awssdk:s3", version.ref = "aws" }\nstripe = "com.stripe:stripe-java:24.0.0"\nfb = { group = "com.google.firebase", name = "firebase-auth" }\n'
  expect(await texts('gradle/libs.versions.toml', catalogue)).toEqual([
    'gradle',
    'maven · software.amazon.awssdk/s3 · direct',
    'maven · com.stripe/stripe-java 24.0.0 · direct',
    'maven · com.google.firebase/firebase-auth · direct',
  ])
  expect(
    await texts(
      'gradle.lockfile',
      '# This is a Gradle generated file for dependency locking.\ncom.stripe:stripe-java:24.0.0=runtimeClasspath\nempty=\n',
    ),
  ).toEqual(['gradle', 'maven · com.stripe/stripe-java 24.0.0'])
})

test('.NET: project, central versions, packages.config, locks', async () => {
  const project = `<Project Sdk="Microsoft.NET.Sdk.Web">
  <ItemGroup>
    <PackageReference Include="Azure.Storage.Blobs" Version="12.0.0" />
    <PackageReference Include="Stripe.net"><Version>44.0.0</Version></PackageReference>
    <PackageReference Include="Analyzer" Version="1.0.0" PrivateAssets="all" />
    <ProjectReference Include="../Own/Own.csproj" />
  </ItemGroup>
</Project>`
  expect(await texts('Shop.csproj', project)).toEqual([
    'nuget-project',
    'nuget · azure.storage.blobs 12.0.0 · direct',
    'nuget · stripe.net 44.0.0 · direct',
    'nuget · analyzer 1.0.0 · direct · development',
    'nuget · microsoft.net.sdk.web · direct',
  ])
  expect(
    await texts(
      'packages.config',
      '<?xml version="1.0"?>\n<packages>\n<package id="AWSSDK.S3" version="3.7.0" targetFramework="net48" />\n</packages>',
    ),
  ).toEqual(['nuget-project', 'nuget · awssdk.s3 3.7.0 · direct'])
  const lock = {
    version: 1,
    dependencies: {
      'net8.0': {
        A: { type: 'Direct', resolved: '1.0.0', contentHash: 'x' },
        B: { type: 'Transitive', resolved: '2.0.0' },
        own: { type: 'Project' },
      },
    },
  }
  expect(await texts('packages.lock.json', JSON.stringify(lock))).toEqual([
    'nuget-lock',
    'nuget · a 1.0.0 · direct',
    'nuget · b 2.0.0 · transitive',
  ])
})

test('PHP, Ruby and Rust', async () => {
  expect(
    await texts(
      'composer.json',
      JSON.stringify({
        require: { php: '^8', 'ext-json': '*', 'aws/aws-sdk-php': '^3' },
        'require-dev': { 'phpunit/phpunit': '11' },
      }),
    ),
  ).toEqual([
    'composer-json',
    'composer · aws/aws-sdk-php ^3 · direct',
    'composer · phpunit/phpunit 11 · direct · development',
  ])
  expect(
    await texts(
      'composer.lock',
      JSON.stringify({
        'content-hash': 'x',
        packages: [{ name: 'aws/aws-sdk-php', version: '3.1' }],
        'packages-dev': [],
      }),
    ),
  ).toEqual(['composer-lock', 'composer · aws/aws-sdk-php 3.1'])
  expect(
    await texts(
      'Gemfile',
      "source 'https://rubygems.org'\ngem 'stripe', '~> 10'\ngroup :development, :test do\n  gem 'rspec'\nend\ngem 'pg'\ngem 'own', path: '../own'\n",
    ),
  ).toEqual(['gemfile', 'gem · stripe ~> 10 · direct', 'gem · rspec · direct · development', 'gem · pg · direct'])
  expect(
    await texts(
      'Gemfile.lock',
      'GEM\n  remote: https://rubygems.org/\n  specs:\n    aws-sdk-s3 (1.140.0)\n      aws-sigv4 (~> 1)\n    aws-sigv4 (1.8.0)\n\nDEPENDENCIES\n  aws-sdk-s3!\n',
    ),
  ).toEqual(['gemfile-lock', 'gem · aws-sdk-s3 1.140.0 · direct', 'gem · aws-sigv4 1.8.0 · transitive'])
  const lock =
    'version = 3\n\n[[package]]\nname = "shop"\nversion = "0.1.0"\ndependencies = [\n "aws-sdk-s3",\n "serde 1.0.0",\n]\n\n[[package]]\nname = "aws-sdk-s3"\nversion = "1.2.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n\n[[package]]\nname = "libc"\nversion = "0.2.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n'
  expect(await texts('Cargo.lock', lock)).toEqual([
    'cargo-lock',
    'cargo · aws-sdk-s3 1.2.0 · direct',
    'cargo · libc 0.2.0 · transitive',
  ])
  const manifest =
    '[package]\nname = "shop"\nedition = "2021"\n[dependencies]\nserde = { version = "1", features = ["derive"] }\nown = { path = "../own" }\ntokio.workspace = true\n[dependencies.reqwest]\nversion = "0.12"\n[dev-dependencies]\nproptest = "1"\n'
  expect(await texts('Cargo.toml', manifest)).toEqual([
    'cargo-toml',
    'cargo · serde 1 · direct',
    'cargo · tokio · direct',
    'cargo · reqwest · direct',
    'cargo · proptest 1 · direct · development',
  ])
})

test('Dart, CocoaPods and Swift', async () => {
  const lock =
    'packages:\n  firebase_core:\n    dependency: "direct main"\n    description:\n      name: firebase_core\n    source: hosted\n    version: "3.1.0"\n  meta:\n    dependency: transitive\n    source: hosted\n    version: "1.0.0"\n  own:\n    dependency: "direct main"\n    source: path\n'
  expect(await texts('pubspec.lock', lock)).toEqual([
    'dart-pubspec',
    'pub · firebase_core 3.1.0 · direct',
    'pub · meta 1.0.0 · transitive',
  ])
  const spec =
    'name: app\nenvironment:\n  sdk: ^3.0.0\ndependencies:\n  flutter:\n    sdk: flutter\n  stripe_sdk: ^1.0.0\n'
  expect(await texts('pubspec.yaml', spec)).toEqual(['dart-pubspec', 'pub · stripe_sdk ^1.0.0 · direct'])
  const pods =
    'PODS:\n  - Firebase/Core (10.1.0):\n    - FirebaseCore\n  - Sentry (8.0.0)\n\nDEPENDENCIES:\n  - Firebase/Core\n'
  expect(await texts('ios/Podfile.lock', pods)).toEqual([
    'apple-packages',
    'cocoapods · firebase 10.1.0 · direct',
    'cocoapods · sentry 8.0.0 · transitive',
  ])
  const resolved = {
    pins: [{ location: 'https://github.com/stripe/stripe-ios.git', state: { version: '24.0.0' } }],
    version: 2,
  }
  expect(await texts('Package.resolved', JSON.stringify(resolved))).toEqual([
    'apple-packages',
    'swift · github.com/stripe/stripe-ios 24.0.0',
  ])
})
