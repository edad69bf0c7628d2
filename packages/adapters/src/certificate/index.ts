export { type Certificate, givenCertificate, ownCertificate } from './certificate.ts'
