interface Sample {
  name: string
  text: string
}

/** A small honest file for each reader, by its id: what the contract test damages. A new reader adds its own. */
export const samples: Record<string, Sample> = {
  'bank-camt': {
    name: 'bank.xml',
    text: `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
<Ntry><Amt Ccy="EUR">39.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2025-03-01</Dt></BookgDt><NtryDtls><TxDtls>
<RltdPties><Cdtr><Nm>Moneybird B.V.</Nm></Cdtr></RltdPties><RmtInf><Ustrd>Abonnement</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
</Stmt></BkToCstmrStmt></Document>
`,
  },
  'bank-mt940': {
    name: 'bank.sta',
    text: `:20:940A
:25:NL00BANK0000000000EUR
:28C:1
:60F:C250101EUR100,00
:61:2503010301D39,00NTRFNONREF
:86:/CNTP/NL00BANK0000000001/BANKNL2A/Moneybird B.V.///REMI/USTD//Abonnement/
:62F:C250301EUR61,00
-
`,
  },
  'bank-csv': {
    name: 'bank.csv',
    text: `"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"
"20250301";"Moneybird B.V.";"NL00BANK0000000000";"NL00BANK0000000001";"IC";"Af";"39,00";"Incasso";"Abonnement"
"20250302";"Slack Technologies";"NL00BANK0000000000";"";"BA";"Af";"12,50";"Betaalautomaat";"SLACK T01"
`,
  },
  'books-xaf': {
    name: 'boeken.xaf',
    text: `<auditfile xmlns="http://www.auditfiles.nl/XAF/3.2"><header><curCode>EUR</curCode></header><company>
<customersSuppliers><customerSupplier><custSupID>7</custSupID><custSupName>Moneybird B.V.</custSupName><custSupTp>S</custSupTp></customerSupplier></customersSuppliers>
<transactions><journal><jrnID>20</jrnID><jrnTp>P</jrnTp><transaction><nr>1</nr><trDt>2025-03-01</trDt>
<trLine><nr>1</nr><accID>1600</accID><effDate>2025-03-01</effDate><desc>Abonnement</desc><amnt>39.00</amnt><amntTp>C</amntTp><custSupID>7</custSupID></trLine>
<trLine><nr>2</nr><accID>4400</accID><desc>Abonnement</desc><amnt>39.00</amnt><amntTp>D</amntTp></trLine></transaction></journal></transactions></company></auditfile>
`,
  },
  'books-ubl': {
    name: 'factuur.xml',
    text: `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:a" xmlns:cbc="urn:b"><cbc:IssueDate>2025-03-01</cbc:IssueDate>
<cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Moneybird B.V.</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">39.00</cbc:PayableAmount></cac:LegalMonetaryTotal></Invoice>
`,
  },
  bookmarks: {
    name: 'bookmarks.html',
    text: `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE>
<DL><p>
  <DT><H3>Werk</H3>
  <DL><p>
    <DT><A HREF="https://app.slack.com/client/T1" ADD_DATE="1700000000">Slack</A>
    <DT><A HREF="https://moneybird.com/123/invoices">Facturen</A>
  </DL><p>
</DL><p>
`,
  },
  passwords: {
    name: 'bitwarden.csv',
    text: `folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp
,,login,Slack,,,0,https://slack.com,jan@example.nl,geheim1,
,,login,Moneybird,,,0,https://moneybird.com,jan@example.nl,"geheim,2",
`,
  },
  'browser-history': { name: 'History', text: 'SQLite format 3\u0000 CREATE TABLE urls (id, url, title, visit_count)' },
  'dns-zone': {
    name: 'zone.txt',
    text: `$ORIGIN example.nl.
$TTL 3600
@ IN SOA ns1.transip.nl. hostmaster.example.nl. 2026010101 7200 3600 604800 300
@ IN NS ns0.transip.net.
@ IN MX 10 example-nl.mail.protection.outlook.com.
@ IN TXT "v=spf1 include:spf.protection.outlook.com include:servers.mcsv.net -all"
www IN CNAME sites.example.net.
`,
  },
  'dns-axfr': {
    name: 'axfr.txt',
    text: `; <<>> DiG 9.18 <<>> AXFR example.nl
example.nl. 3600 IN SOA ns1.transip.nl. hostmaster.example.nl. 1 2 3 4 5
example.nl. 3600 IN MX 10 aspmx.l.google.com.
`,
  },
  'dns-log': {
    name: 'pihole.log',
    text: Array.from(
      { length: 12 },
      (_, at) => `Nov 25 10:00:${10 + at} dnsmasq[312]: query[A] api.slack.com from 192.168.1.${at}`,
    ).join('\n'),
  },
  'npm-lock': {
    name: 'package-lock.json',
    text: JSON.stringify(
      {
        name: 'own',
        lockfileVersion: 3,
        packages: {
          '': { name: 'own', dependencies: { react: '^19.0.0' } },
          'node_modules/react': { version: '19.0.0', resolved: 'https://packages.example/react/-/react-19.0.0.tgz' },
          'node_modules/stripe': { version: '17.0.0' },
        },
      },
      null,
      2,
    ),
  },
  'pnpm-lock': {
    name: 'pnpm-lock.yaml',
    text: "lockfileVersion: '9.0'\nsettings:\n  autoInstallPeers: true\nimporters:\n  .:\n    dependencies:\n      react:\n        specifier: ^19.0.0\n        version: 19.0.0\npackages:\n  react@19.0.0:\n    resolution: {integrity: sha512-x}\n",
  },
  'yarn-lock': {
    name: 'yarn.lock',
    text: '# yarn lockfile v1\n\n\nreact@^19.0.0:\n  version "19.0.0"\n  resolved "https://packages.example/react/-/react-19.0.0.tgz#x"\n',
  },
  'package-json': {
    name: 'package.json',
    text: '{"name":"own","private":true,"scripts":{},"dependencies":{"react":"^19","@sentry/node":"8"}}',
  },
  'python-lock': {
    name: 'poetry.lock',
    text: '[[package]]\nname = "boto3"\nversion = "1.35.0"\ndescription = "x"\n\n[[package]]\nname = "openai"\nversion = "1.5"\n',
  },
  'pipfile-lock': {
    name: 'Pipfile.lock',
    text: '{"_meta":{"hash":{"sha256":"x"},"pipfile-spec":6},"default":{"boto3":{"version":"==1.35.0"}},"develop":{}}',
  },
  'python-project': {
    name: 'pyproject.toml',
    text: '[project]\nname = "own"\ndependencies = [\n  "boto3>=1.3",\n  "openai",\n]\n',
  },
  'python-requirements': { name: 'requirements.txt', text: '# needs\nboto3==1.35.0\nopenai>=1.0\n-r other.txt\n' },
  'go-mod': {
    name: 'go.mod',
    text: 'module example.org/own\n\ngo 1.23\n\nrequire (\n\tgithub.com/aws/aws-sdk-go-v2 v1.30.0\n\tgithub.com/stripe/stripe-go/v79 v79.0.0 // indirect\n)\n',
  },
  'go-sum': {
    name: 'go.sum',
    text: 'github.com/aws/aws-sdk-go-v2 v1.30.0 h1:abc=\ngithub.com/aws/aws-sdk-go-v2 v1.30.0/go.mod h1:def=\n',
  },
  'maven-pom': {
    name: 'pom.xml',
    text: '<project xmlns="http://maven.apache.org/POM/4.0.0"><groupId>org.example</groupId><artifactId>own</artifactId><dependencies><dependency><groupId>com.stripe</groupId><artifactId>stripe-java</artifactId><version>26</version></dependency></dependencies></project>',
  },
  gradle: {
    name: 'build.gradle',
    text: "plugins { id 'java' }\ndependencies {\n  implementation 'com.stripe:stripe-java:26.0.0'\n  testImplementation(\"junit:junit:4.13\")\n}\n",
  },
  'nuget-project': {
    name: 'own.csproj',
    text: '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Stripe.net" Version="45.0.0" /></ItemGroup></Project>',
  },
  'nuget-lock': {
    name: 'packages.lock.json',
    text: '{"version":1,"dependencies":{"net8.0":{"Stripe.net":{"type":"Direct","requested":"[45.0.0, )","resolved":"45.0.0","contentHash":"x"}}}}',
  },
  'composer-json': {
    name: 'composer.json',
    text: '{"name":"own/own","require":{"php":"^8.2","mollie/mollie-api-php":"^2"},"autoload":{}}',
  },
  'composer-lock': {
    name: 'composer.lock',
    text: '{"content-hash":"x","packages":[{"name":"mollie/mollie-api-php","version":"v2.70.0"}],"packages-dev":[]}',
  },
  gemfile: { name: 'Gemfile', text: "source 'https://rubygems.org'\ngem 'rails', '~> 7.1'\ngem 'stripe'\n" },
  'gemfile-lock': {
    name: 'Gemfile.lock',
    text: 'GEM\n  remote: https://rubygems.org/\n  specs:\n    stripe (12.0.0)\n    rails (7.1.0)\n      rack (>= 2)\n\nDEPENDENCIES\n  stripe\n',
  },
  'cargo-lock': {
    name: 'Cargo.lock',
    text: 'version = 3\n\n[[package]]\nname = "aws-sdk-s3"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n',
  },
  'cargo-toml': {
    name: 'Cargo.toml',
    text: '[package]\nname = "own"\nedition = "2021"\n\n[dependencies]\naws-sdk-s3 = "1"\nserde = { version = "1", features = ["derive"] }\n',
  },
  'cyclonedx-json': {
    name: 'bom.json',
    text: '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":"react","version":"19.0.0","purl":"pkg:npm/react@19.0.0"}],"services":[{"name":"Stripe","endpoints":["https://api.stripe.com"]}]}',
  },
  'cyclonedx-xml': {
    name: 'bom.xml',
    text: '<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1"><components><component type="library"><name>react</name><version>19</version><purl>pkg:npm/react@19</purl></component></components></bom>',
  },
  'spdx-json': {
    name: 'own.spdx.json',
    text: '{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","packages":[{"name":"react","SPDXID":"SPDXRef-1","externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":"pkg:npm/react@19"}]}]}',
  },
  'spdx-tag': {
    name: 'own.spdx',
    text: 'SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\n\nPackageName: react\nSPDXID: SPDXRef-1\nExternalRef: PACKAGE-MANAGER purl pkg:npm/react@19\n',
  },
  dockerfile: {
    name: 'Dockerfile',
    text: 'FROM node:24-alpine AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci\nFROM gcr.io/distroless/nodejs\nCMD ["x"]\n',
  },
  compose: {
    name: 'docker-compose.yml',
    text: 'services:\n  db:\n    image: postgres:16\n  search:\n    image: docker.elastic.co/elasticsearch/elasticsearch:8.15.0\n    environment:\n      - STRIPE_SECRET_KEY=x\n',
  },
  kubernetes: {
    name: 'deploy.yaml',
    text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: own\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: redis:7\n          env:\n            - name: SENTRY_DSN\n              value: x\n',
  },
  helm: {
    name: 'Chart.yaml',
    text: 'apiVersion: v2\nname: own\nversion: 1.0.0\ndependencies:\n  - name: redis\n    repository: https://charts.bitnami.com/bitnami\n    version: 19.0.0\n',
  },
  terraform: {
    name: 'main.tf',
    text: 'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n}\nprovider "aws" {\n  region = "eu-west-1"\n}\nresource "aws_s3_bucket" "b" {\n  bucket = "x"\n}\n',
  },
  'terraform-lock': {
    name: '.terraform.lock.hcl',
    text: 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.0.0"\n  hashes = [\n    "h1:x",\n  ]\n}\n',
  },
  'github-workflow': {
    name: '.github/workflows/ci.yml',
    text: 'name: ci\non: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: npm test\n        env:\n          SENTRY_DSN: x\n',
  },
  'gitlab-pipeline': {
    name: '.gitlab-ci.yml',
    text: 'image: node:24\nstages:\n  - test\ntest:\n  stage: test\n  script:\n    - npm test\n',
  },
  'env-example': {
    name: '.env.example',
    text: '# keys\nSTRIPE_SECRET_KEY=\nOPENAI_API_KEY=sk-x\nDATABASE_URL=postgres://x\n',
  },
  'bun-lock': {
    name: 'bun.lock',
    text: '{\n  "lockfileVersion": 1,\n  "workspaces": {\n    "": {\n      "name": "shop",\n      "dependencies": {\n        "stripe": "^17.0.0",\n      },\n    },\n  },\n  "packages": {\n    "stripe": ["stripe@17.1.0", "", {}, "sha512-x=="],\n  }\n}\n',
  },
  'python-setup': {
    name: 'setup.py',
    text: 'from setuptools import setup\nsetup(\n    name="shop",\n    install_requires=["boto3>=1.34", "stripe"],\n)\n',
  },
  'conda-environment': {
    name: 'environment.yml',
    text: 'name: ml\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.12\n  - pytorch=2.4\n  - pip:\n    - openai>=1\n',
  },
  'dart-pubspec': {
    name: 'pubspec.yaml',
    text: 'name: app\nenvironment:\n  sdk: ^3.0.0\ndependencies:\n  firebase_core: ^3.0.0\n',
  },
  'apple-packages': {
    name: 'Podfile.lock',
    text: 'PODS:\n  - Sentry (8.0.0)\n\nDEPENDENCIES:\n  - Sentry\n',
  },
  'package-sources': {
    name: '.npmrc',
    text: '@own:registry=https://pkgs.dev.azure.com/own/_packaging/feed/npm/registry/\n',
  },
  'hosting-files': { name: 'vercel.json', text: '{"$schema":"https://openapi.vercel.sh/vercel.json","rewrites":[]}' },
  'sign-on': {
    name: 'apps.csv',
    text: 'id,displayName,appId,createdDateTime,homepage,applicationType,accountEnabled\n1,Slack,a-b,2021-01-01,https://slack.com/x,Enterprise Application,True\n2,Exchange,00000002-0000-0ff1-ce00-000000000000,2020-01-01,,Microsoft Application,True\n',
  },
  focus: {
    name: 'bill.csv',
    text: 'BilledCost,BillingCurrency,BillingPeriodEnd,ChargePeriodStart,ProviderName,RegionId,ServiceName\n1.25,EUR,2026-10-01 00:00:00,2026-09-02 00:00:00,AWS,eu-central-1,Amazon RDS\n0.0001,EUR,2026-10-01 00:00:00,2026-09-03 00:00:00,AWS,eu-central-1,Amazon RDS\n',
  },
  website: {
    name: 'index.html',
    text: '<!doctype html>\n<html><head><link rel="canonical" href="https://example.nl/"><script src="https://js.stripe.com/v3/"></script></head></html>\n',
  },
  installed: {
    name: 'programs.csv',
    text: '"DisplayName","DisplayVersion","Publisher","InstallDate"\n"Slack","4.35","Slack Technologies","20240101"\n"7-Zip 23.01 (x64)","23.01","Igor Pavlov","20240101"\n',
  },
  'sub-processors': {
    name: 'sub-processors.csv',
    text: 'Sub-processor,Purpose,Country\n"Amazon Web Services EMEA SARL",Hosting,Luxembourg\nTwilio Inc.,SMS,United States\n',
  },
  'supplier-answer': {
    name: 'answer.csv',
    text: '\ufeffnabij-answer/1;service;ask;question;answer\r\n;;answered-on;Day;1-12-2026\r\nl1;microsoft-365;location;"Where; exactly?";"Ireland, Netherlands"\r\nl1;microsoft-365;sub-processors;Who?;"Twilio Inc. (United States)"\r\n',
  },
}
