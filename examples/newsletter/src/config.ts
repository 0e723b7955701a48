function required(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is missing: see .env.example.`)
  return value
}

function optional(name: string): string | null {
  const value = process.env[name]
  return value === undefined || value === '' ? null : value
}

/** What differs between machines, read once when a process starts. Throws where something is missing. */
export const config = {
  port: Number(optional('PORT') ?? '8000'),
  logLevel: optional('LOG_LEVEL') ?? 'info',
  publicUrl: required('PUBLIC_URL'),
  databaseUrl: required('DATABASE_URL'),
  redisUrl: required('REDIS_URL'),
  linkKey: required('LINK_KEY'),
  editorToken: required('EDITOR_TOKEN'),
  mail: { from: required('MAIL_FROM'), smtpUrl: optional('SMTP_URL') },
  crm: { url: required('CRM_URL'), apiKey: required('CRM_API_KEY') },
  archive: { url: required('ARCHIVE_URL') },
} as const
