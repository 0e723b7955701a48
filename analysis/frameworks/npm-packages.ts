/** Packages of npm whose names the other tables explain, and whose version decides what some of these names mean. */
export const versionedPackages: readonly string[] = [
  'bullmq', 'bull', '@nestjs/bullmq', '@nestjs/bull', 'pg-boss', 'typeorm', 'typeorm-transactional', '@prisma/client', 'drizzle-orm',
]
