/**
 * Filters that stand before the mailboxes: mail comes in at their hosts and is handed on to somebody whom the MX does not
 * name. Suffixes of their hosts; names of hosts as they are public in the DNS, gathered among others from mxmap (MIT).
 */
export const mailGateways: { name: string; mx: string[] }[] = [
  { name: 'Barracuda', mx: ['barracudanetworks.com', 'barracuda.com', 'cudamail.com'] },
  { name: 'Proofpoint', mx: ['pphosted.com', 'ppe-hosted.com', 'ppops.net'] },
  { name: 'Mimecast', mx: ['mimecast.com', 'mimecast.co.za', 'mimecast-offshore.com'] },
  {
    name: 'SpamExperts',
    mx: ['spamexperts.eu', 'spamexperts.net', 'spamexperts.com', 'antispamcloud.com', 'mtaroutes.com'],
  },
  { name: 'Cisco Secure Email', mx: ['iphmx.com'] },
  { name: 'FortiMail Cloud', mx: ['fortimailcloud.com', 'fortimail.com'] },
  { name: 'Trend Micro', mx: ['trendmicro.eu', 'trendmicro.com'] },
  {
    name: 'Hornetsecurity',
    mx: ['hornetsecurity.com', 'hornetsecurity.ch', 'hornetsecurity.eu', 'antispameurope.com'],
  },
  { name: 'Sophos', mx: ['hydra.sophos.com', 'sophos.com'] },
  { name: 'Symantec Email Security', mx: ['messagelabs.com'] },
  { name: 'Forcepoint', mx: ['mailcontrol.com'] },
  { name: 'Trellix', mx: ['fireeyecloud.com', 'mxlogic.net'] },
  { name: 'N-able Mail Assure', mx: ['mailassure.com', 'n-able.com'] },
  { name: 'Vade', mx: ['vadesecure.com'] },
  { name: 'Mailinblack', mx: ['mailinblack.com'] },
  { name: 'SEPPmail', mx: ['seppmail.cloud', 'seppmail.com'] },
  { name: 'NoSpamProxy', mx: ['nospamproxy.com', 'nospamproxy.de', 'as-scan.de'] },
  { name: 'Retarus', mx: ['retarus.com'] },
  { name: 'Libraesva', mx: ['libraesva.com', 'esvacloud.com'] },
  { name: 'Cloudflare Email', mx: ['mx.cloudflare.net'] },
  { name: 'MailChannels', mx: ['mailchannels.net'] },
  { name: 'Heimdal', mx: ['heimdalsecurity.com'] },
  { name: 'MailAnyone', mx: ['mailanyone.net', 'electric.net'] },
  { name: 'd-fence', mx: ['d-fence.eu'] },
  { name: 'TopSec', mx: ['topsec.com'] },
  { name: 'SpamHero', mx: ['spamhero.com', 'spamhero.net'] },
  { name: 'mx-hub', mx: ['mx-hub.cz', 'mx-hub.eu', 'mx-hub.net', 'mx-hub.sk'] },
  { name: 'CleanMX', mx: ['cleanmx.pt', 'clean-mx.com'] },
  { name: 'abxsec', mx: ['abxsec.com'] },
  { name: 'Cleanmail', mx: ['cleanmail.ch', 'safecenter.ch'] },
  { name: 'spamvor', mx: ['spamvor.com'] },
]
