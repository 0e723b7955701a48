import { expect, test } from 'vitest'
import { shownTypes } from './shown-type.ts'

const models = 'from django.db import models\n\nclass Order(models.Model): ...\n'
const imports = 'from django.db.models import signals\nfrom django.db.models.signals import m2m_changed, post_delete, post_save\nfrom django.dispatch import Signal, receiver\nfrom shop.models import Order\npaid = Signal()\n'

test.each<[string, string, string]>([
  ['one signal', '@receiver(post_save, sender=Order)\ndef saved(sender, instance, **kwargs):\n    show(instance)', 'entity Order'],
  ['several signals', '@receiver([post_save, post_delete], sender=Order)\ndef saved(instance, **kwargs):\n    show(instance)', 'entity Order'],
  ['any sender', '@receiver(signals.post_save)\ndef saved(instance, **kwargs):\n    show(instance)', 'entity ?'],
  ['a sender in quotes', '@receiver(post_save, sender="shop.Order")\ndef saved(instance, **kwargs):\n    show(instance)', 'entity ?'],
  ['a relation', '@receiver(m2m_changed, sender=Order.tags.through)\ndef tagged(instance, **kwargs):\n    show(instance)', 'entity ?'],
  ['connected', 'def saved(instance, **kwargs):\n    show(instance)\n\npost_save.connect(saved, sender=Order)', 'entity Order'],
  ['connected by keyword', 'def saved(instance, **kwargs):\n    show(instance)\n\npost_save.connect(receiver=saved, sender=Order)', 'entity Order'],
  ['a signal of the project', '@receiver(paid)\ndef saved(instance, **kwargs):\n    show(instance)', 'unknown'],
  ['another decorator', '@other(post_save)\ndef saved(instance, **kwargs):\n    show(instance)', 'unknown'],
  ['no receiver', 'def saved(instance):\n    show(instance)', 'unknown'],
])('the instance of a receiver: %s', (_name, source, type) => {
  expect(shownTypes({ 'shop/models.py': models, 'shop/signals.py': imports + source }, 'shop/signals.py')).toEqual([type])
})
