/** Projects for the command line to review, by path. */

const task = (options: string, body: string): string => `from celery import shared_task


@shared_task(${options})
def sync(self, pk):
${body}
`

export const clean: Readonly<Record<string, string>> = {
  'manage.py': '',
  'shop/tasks.py': task('bind=True, max_retries=5', '    raise self.retry()'),
}

/** One error that nothing can fix. */
export const endless: Readonly<Record<string, string>> = {
  'manage.py': '',
  'shop/tasks.py': task('bind=True, max_retries=None', '    raise self.retry()'),
}

/** Two errors, one of them fixable. */
export const fixable: Readonly<Record<string, string>> = {
  'manage.py': '',
  'shop/tasks.py': task(
    'bind=True, max_retries=None',
    '    try:\n        fetch(pk)\n    except OSError as exc:\n        raise self.retry(exc)',
  ),
}
