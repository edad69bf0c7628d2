const labels = new Set(
  (
    'telemetry metrics metric stats beacon beacons collect collector collectors crash crashes crashlytics crl ' +
    'diagnostics event-data logs-api ntp ingest ocsp pixel pixels sentry telemetrics tracker ' +
    'trk vortex watson connectivitycheck captive detectportal msftconnecttest msftncsi rum'
  ).split(' '),
)

/**
 * True of hosts that programs ask by themselves to report, to keep time or to see whether there is a network: that they are
 * asked says that something is installed, not that anybody uses it.
 */
export function isTelemetry(host: string): boolean {
  if (host.includes('events.data.')) return true
  // What stands before the domain: metrics.example.com reports, metrics.nl may be somebody's product.
  const parts = host.toLowerCase().split('.').slice(0, -2)
  return parts.some(
    (part) => labels.has(part) || /(^|-)(telemetry|metrics|beacons?|crash|vortex|watson|ocsp|ntp)(-|\d*$)/.test(part),
  )
}
