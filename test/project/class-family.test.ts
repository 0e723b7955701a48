import { expect, test } from 'vitest'
import { startInference } from '../../analysis/project/inference/infer.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import { classOf, type ClassFamily } from '../../analysis/project/inference/type.ts'

const base = 'from django.db import models\n\nclass Dated(models.Model): ...\n\nclass Plain: ...\n'

/** The family of the last class of a module. */
function familyOf(source: string): ClassFamily {
  const types = startInference(memoryWorkspace(new Map([['shop/base.py', base], ['shop/__init__.py', ''], ['shop/main.py', source]])))
  const file = types.workspace.facts('shop/main.py')
  if (file === null || file.classes.length === 0) throw new Error('No class.')
  return types.family({ file, index: file.classes.length - 1 })
}

test.each<[string, readonly string[], readonly string[]]>([
  ['class A: ...', ['A'], []],
  ['class A: ...\nclass B(A): ...', ['B', 'A'], []],
  ['from shop.base import Dated\nclass A(Dated): ...', ['A', 'Dated'], ['django.db.models.Model']],
  ['from .base import Dated as D, Plain\nclass A(D, Plain): ...', ['A', 'Dated', 'Plain'], ['django.db.models.Model']],
  ['from shop import base\nclass A(base.Dated): ...', ['A', 'Dated'], ['django.db.models.Model']],
  ['from typing import Generic, TypeVar\nT = TypeVar("T")\nclass A(Generic[T]): ...\nclass B(A[int]): ...', ['B', 'A'], ['typing.Generic']],
  ['class A: ...\nclass B(A): ...\nclass C(A): ...\nclass D(B, C): ...', ['D', 'B', 'C', 'A'], []],
  ['from celery.app.task import Task\nclass A(Task): ...', ['A'], ['celery.Task']],
  ['from django.db import models\nclass Q(models.QuerySet): ...\nclass M(models.Manager.from_queryset(Q)): ...', ['M', 'Q'], ['django.db.models.Manager', 'django.db.models.QuerySet']],
  ['class A(A): ...', ['A'], []],
])('%s', (source, members, externals) => {
  const family = familyOf(source)
  expect(family.members.map((member) => classOf(member).name)).toEqual(members)
  expect([...family.externals]).toEqual(externals)
  expect(family.hasUnknownBase).toBe(false)
})

test.each(['class A(made()): ...', 'class A(nobody): ...', 'from .missing import Base\nclass A(Base): ...', 'class A(bases[0]): ...'])('a base that cannot be told: %s', (source) => {
  expect(familyOf(source).hasUnknownBase).toBe(true)
})

test.each<[string, boolean]>([
  ['from django.db import models\nclass A(models.Model): ...', true],
  ['from shop.base import Dated\nclass A(Dated): ...', true],
  ['from polymorphic.models import PolymorphicModel\nclass A(PolymorphicModel): ...', true],
  ['from core.models import Stamped\nclass A(Stamped): ...', true],
  ['from sqlalchemy.orm import DeclarativeBase\nclass B(DeclarativeBase): ...\nclass A(B): ...', true],
  ['from sqlalchemy.orm import declarative_base\nB = declarative_base()\nclass A(B): ...', true],
  ['from sqlmodel import SQLModel\nclass A(SQLModel, table=True): ...', true],
  ['from sqlmodel import SQLModel\nclass A(SQLModel): ...', false],
  ['from django.db import models\nclass A(models.TextChoices): ...', false],
  ['from django.db import models\nclass A(models.CharField): ...', false],
  ['from pydantic import BaseModel\nclass A(BaseModel): ...', false],
  ['from openai.models import Model\nclass A(Model): ...', false],
])('an entity? %s', (source, isEntity) => {
  expect(familyOf(source).isEntity).toBe(isEntity)
})
