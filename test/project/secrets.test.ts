import { describe, expect, test } from 'vitest'
import { valuesSent } from './sent.ts'

const work = 'from celery import shared_task\n\n@shared_task\ndef connect(first, password=None, **named): ...\n'

/** Why the values that a function sends are secrets; `null` for the others. */
function evidence(body: string, files: Readonly<Record<string, string>> = {}): readonly (string | null)[] {
  const lines = body.split('\n').map((line) => `    ${line}`)
  const source = `import hashlib\nimport os\nfrom django.conf import settings\nfrom django.core import signing\nfrom shop.kinds import KEY, Kind\nfrom shop.work import connect\n\ndef run(data, user, token, password, key):\n${lines.join('\n')}\n`
  const kinds = 'KEY = "-----BEGIN PRIVATE KEY-----"\n\nclass Kind:\n    ACCESS_TOKEN = "access"\n'
  return valuesSent({ 'shop/work.py': work, 'shop/kinds.py': kinds, 'shop/main.py': source, ...files }).map(({ secret }) => secret?.evidence ?? null)
}

describe('a secret', () => {
  test.each<[string, string]>([
    ['connect.delay(password)', 'password'],
    ['connect.delay(user.api_key)', 'api_key'],
    ['connect.delay(apiKey)', 'apiKey'],
    ['connect.delay(f"Bearer {token}")', 'token'],
    ['connect.delay("Bearer " + token)', 'token'],
    ['connect.delay(password or "")', 'password'],
    ['connect.delay(token if data else None)', 'token'],
    ['connect.delay(str(token))', 'token'],
    ['connect.delay(password.strip())', 'password'],
    ['connect.delay(named=data["access_token"])', 'data["access_token"]'],
    ['connect.delay(data.get("client_secret"))', 'data.get("client_secret")'],
    ['connect.delay(settings.CRM_API_KEY)', 'settings.CRM_API_KEY'],
    ['connect.delay(getattr(settings, "CRM_API_KEY"))', 'settings.CRM_API_KEY'],
    ['connect.delay(os.environ["DB_PASSWORD"])', 'os.environ["DB_PASSWORD"]'],
    ['connect.delay(os.getenv("DB_PASSWORD"))', 'os.getenv("DB_PASSWORD")'],
    ['value = os.getenv("DB_PASSWORD")\nconnect.delay(value)', 'os.getenv("DB_PASSWORD")'],
    ['value = f"Basic {password}"\nconnect.delay(value)', 'password'],
    ['connect.delay(data.headers.get("Authorization"))', 'data.headers.get("Authorization")'],
    ['connect.delay(KEY)', 'a private key'],
    ['connect.delay(1, made())', 'password'],
    ['connect.delay(1, named=1, client_secret=key)', 'client_secret'],
  ])('%s', (body, expected) => {
    expect(evidence(body).at(-1) ?? evidence(body)[0]).toBe(expected)
  })
})

describe('no secret', () => {
  test.each([
    'connect.delay(Kind.ACCESS_TOKEN)',
    'connect.delay(user.password_hash)',
    'connect.delay(data.errors["password"])',
    'connect.delay(password[-4:])',
    'connect.delay(token.pk)',
    'connect.delay(len(password))',
    'connect.delay(user.check_password("a"))',
    'connect.delay(hashlib.sha256(token.encode()).hexdigest())',
    'connect.delay(1, signing.dumps(data))',
    'token = hashlib.sha256(token).hexdigest()\nconnect.delay(token)',
    'connect.delay(data["next_page_token"])',
    'connect.delay(data.device_token)',
    'connect.delay("password")',
    'connect.delay(1, None)',
    'connect.delay(1, "")',
    'connect.delay(1, True)',
    'connect.delay(settings.PASSWORD_HASHERS)',
    'connect.delay(data.get("region"))',
    'connect.delay([name for name in data])',
  ])('%s', (body) => {
    expect(evidence(body).every((each) => each === null)).toBe(true)
  })

  test('a bare token where names speak of push devices', () => {
    const push = 'from shop.work import connect\n\ndef notify_devices(token):\n    connect.delay(token)\n\ndef sign_in(token):\n    connect.delay(token)\n'
    expect(evidence('pass', { 'shop/other.py': push })).toEqual([null, 'token'])
  })
})

test('texts made of each other', () => {
  const source = 'from shop.work import connect\n\nfirst = f"{second}"\nsecond = f"{first}"\n\ndef run():\n    connect.delay(first)\n'
  expect(evidence('pass', { 'shop/other.py': source })).toEqual([null])
})
