import { describe, expect, test } from 'vitest'
import { shownTypes } from './shown-type.ts'

const database =
  'from flask_sqlalchemy import SQLAlchemy\nfrom sqlalchemy import create_engine\nfrom sqlalchemy.orm import DeclarativeBase, Mapped, declarative_base, mapped_column, relationship, sessionmaker\n' +
  'from sqlmodel import Field, SQLModel\n\nMaker = sessionmaker(create_engine("sqlite://"))\ndb = SQLAlchemy()\nOldBase = declarative_base()\n\nclass Base(DeclarativeBase): ...\n\n' +
  'class Team(Base):\n    code: Mapped[str] = mapped_column(primary_key=True)\n\nclass User(Base):\n    id: Mapped[int] = mapped_column(primary_key=True)\n    email: Mapped[str]\n    team: Mapped["Team"] = relationship()\n    teams: Mapped[list[Team]] = relationship()\n\n' +
  'class Page(db.Model): ...\n\nclass Old(OldBase): ...\n\nclass Hero(SQLModel, table=True):\n    id: int | None = Field(primary_key=True)\n\nclass HeroIn(SQLModel): ...\n'

function shown(expression: string, signature = 'session: Session'): readonly string[] {
  const source =
    'import sqlmodel\nfrom sqlalchemy import func, select\nfrom sqlalchemy.ext.asyncio import AsyncSession\nfrom sqlalchemy.orm import Session\n' +
    `from shop.database import Base, Hero, HeroIn, Maker, Old, Page, Team, User, db\n\nasync def run(${signature}):\n    user = session.get(User, 1)\n    show(${expression})\n`
  return shownTypes({ 'shop/database.py': database, 'shop/main.py': source }, 'shop/main.py')
}

describe('a session', () => {
  test.each<[string, string]>([
    ['session.get(User, 1)', 'entity User'],
    ['session.merge(User())', 'entity User'],
    ['session.query(User)', 'selection of User'],
    ['session.query(User).filter(a=1).order_by(User.id)[:5]', 'selection of User'],
    ['session.query(User).filter_by(a=1).first()', 'entity User'],
    ['session.query(User).all()', 'collection of entity User'],
    ['session.query(User, Team).first()', 'unknown'],
    ['session.query(User.id).all()', 'collection of unknown'],
    ['session.query(User).with_entities(User.id).first()', 'unknown'],
    ['session.query(func.count(User.id)).scalar()', 'unknown'],
    ['session.scalars(select(User)).first()', 'entity User'],
    ['session.scalars(select(User.id)).first()', 'unknown'],
    ['session.scalar(select(User))', 'entity User'],
    ['session.scalar(select(func.count()).select_from(User))', 'unknown'],
    ['session.execute(select(User)).scalar_one()', 'entity User'],
    ['session.execute(select(User)).scalars().all()', 'collection of entity User'],
    ['session.execute(select(User)).first()', 'unknown'],
    ['session.execute(select(User)).all()', 'collection of unknown'],
    ['session.execute(select(User)).mappings().first()', 'unknown'],
    ['list(session.scalars(select(User)))', 'collection of entity User'],
    ['[row for row in session.execute(select(User))]', 'collection of unknown'],
    ['user.email', 'unknown'],
    ['user.id', 'identifier'],
    ['user.team', 'entity Team'],
    ['user.team.code', 'identifier'],
    ['user.teams', 'collection of entity Team'],
    ['Old()', 'entity Old'],
    ['Hero()', 'entity Hero'],
    ['HeroIn()', 'instance HeroIn'],
  ])('%s', (expression, type) => {
    expect(shown(expression)).toEqual([type])
  })
})

test.each<[string, string]>([
  ['session: AsyncSession', 'await session.get(User, 1)'],
  ['session: AsyncSession', '(await session.execute(select(User))).scalar_one()'],
  ['session: sqlmodel.Session', 'session.exec(sqlmodel.select(User)).first()'],
  ['session=Maker()', 'Maker().get(User, 1)'],
  ['session=None', 'db.session.get(User, 1)'],
  ['session=None', 'db.session.execute(db.select(User)).scalar_one()'],
  ['session=None', 'db.get_or_404(User, 1)'],
])('with %s: %s', (signature, expression) => {
  expect(shown(expression, signature)).toEqual(['entity User'])
})

test.each<[string, string]>([
  ['Page.query', 'selection of Page'],
  ['Page.query.get(1)', 'entity Page'],
  ['Page.query.filter_by(a=1).first_or_404()', 'entity Page'],
  ['User.query', 'sqlalchemy.orm.DeclarativeBase.query'],
])('%s', (expression, type) => {
  expect(shown(expression)).toEqual([type])
})
