import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { beforeAll, expect, inject, test } from 'vitest'
import { migrate } from './migrate.ts'

let url = ''
beforeAll(async () => {
  const database = `jincun_migrate_${randomBytes(5).toString('hex')}`
  const client = new pg.Client({ connectionString: inject('clusterUrl') })
  await client.connect()
  await client.query(`create database ${database}`)
  await client.end()
  url = inject('clusterUrl').replace(/\/postgres$/, `/${database}`)
})

const first = { name: 'a/001.sql', text: 'create table one (id int)', hash: 'h1' }
const broken = { name: 'a/002.sql', text: 'create table two (id int); select nonsense', hash: 'h2' }

test('files run once and in order', async () => {
  expect(await migrate(url, [first])).toEqual(['a/001.sql'])
  expect(await migrate(url, [first])).toEqual([])
})

test('a file that was changed after it ran is refused', async () => {
  await expect(migrate(url, [{ ...first, hash: 'other' }])).rejects.toThrow(/a\/001.sql was changed after it ran/)
})

test('a file that fails leaves nothing behind', async () => {
  await expect(migrate(url, [first, broken])).rejects.toThrow(/a\/002.sql failed and changed nothing/)
  expect(await migrate(url, [first, { ...broken, text: 'create table two (id int)' }])).toEqual(['a/002.sql'])
})

test('two servers that start at once are both right', async () => {
  const third = { name: 'a/003.sql', text: 'create table three (id int)', hash: 'h3' }
  const ran = await Promise.all([migrate(url, [third]), migrate(url, [third])])
  expect(ran.flat()).toEqual(['a/003.sql'])
})
