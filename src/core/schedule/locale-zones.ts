import type { ZoneRules } from './zone-rules.ts';

/** How many to offer as buttons: as many as fit two rows. */
const offered = 10;

/** The zones where most speakers of a language or regional variant live; by language alone where that is enough. */
const zonesByLocale: Readonly<Record<string, string>> = {
  'en-us': 'America/New_York America/Chicago America/Denver America/Los_Angeles',
  'en-gb': 'Europe/London Europe/Dublin Asia/Kolkata Australia/Sydney',
  'en-in': 'Asia/Kolkata',
  'en-au': 'Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Perth',
  'en-ca': 'America/Toronto America/Winnipeg America/Edmonton America/Vancouver',
  'es-419': 'America/Mexico_City America/Bogota America/Lima America/Santiago America/Argentina/Buenos_Aires',
  'pt-br': 'America/Sao_Paulo America/Manaus',
  'zh-cn': 'Asia/Shanghai',
  'zh-tw': 'Asia/Taipei Asia/Hong_Kong',
  'fr-ca': 'America/Toronto',
  bg: 'Europe/Sofia',
  cs: 'Europe/Prague',
  da: 'Europe/Copenhagen',
  de: 'Europe/Berlin Europe/Vienna Europe/Zurich',
  el: 'Europe/Athens',
  es: 'Europe/Madrid America/Mexico_City America/Bogota America/Argentina/Buenos_Aires',
  fi: 'Europe/Helsinki',
  fr: 'Europe/Paris Europe/Brussels America/Toronto',
  he: 'Asia/Jerusalem',
  hi: 'Asia/Kolkata',
  hr: 'Europe/Zagreb',
  hu: 'Europe/Budapest',
  id: 'Asia/Jakarta Asia/Makassar Asia/Jayapura',
  it: 'Europe/Rome',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
  lt: 'Europe/Vilnius',
  nl: 'Europe/Amsterdam Europe/Brussels',
  no: 'Europe/Oslo',
  pl: 'Europe/Warsaw',
  pt: 'Europe/Lisbon America/Sao_Paulo',
  ro: 'Europe/Bucharest',
  ru: 'Europe/Moscow Asia/Yekaterinburg Asia/Novosibirsk Asia/Almaty',
  sv: 'Europe/Stockholm',
  th: 'Asia/Bangkok',
  tr: 'Europe/Istanbul',
  uk: 'Europe/Kyiv',
  vi: 'Asia/Ho_Chi_Minh',
  zh: 'Asia/Shanghai Asia/Taipei Asia/Hong_Kong Asia/Singapore',
};

/** From west to east, so that one is near for everybody. */
const worldwide = [
  'America/Los_Angeles',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'UTC',
];

/**
 * Zones to offer somebody of whom only the locale (`pt-BR`) or nothing (null) is known: the likely ones first, UTC
 * always among them, and only zones that the rules know.
 */
export function zonesForLocale(locale: string | null, rules: ZoneRules): readonly string[] {
  const typed = locale?.toLowerCase().replace('_', '-') ?? '';
  const likely = zonesByLocale[typed] ?? zonesByLocale[typed.split('-')[0] ?? ''] ?? '';
  const zones = [...new Set([...likely.split(' '), ...worldwide])].filter((zone) => rules.resolve(zone) !== null);
  return [...zones.filter((zone) => zone !== 'UTC').slice(0, offered - 1), 'UTC'];
}
