"""Clients that set one key of a DID in a transaction, as Rucio's plugin ExternalPostgresJSONDidMeta does: a connection for each
process, and a statement with its values written into it. Prints how many they did in a second.

    rucio_upserts.py clients seconds key

libpq's variables say where to connect.
"""

import json
import multiprocessing
import random
import sys
import time

import psycopg
from psycopg import sql

NAMES = 10_000


def set_metadata(connection, name, metadata):
    statement = sql.SQL(
        "INSERT INTO {} (scope, name, vo, data) VALUES ({}, {}, {}, {}) "
        "ON CONFLICT (scope, name) DO UPDATE SET data = {}.data || EXCLUDED.data"
    ).format(
        sql.Identifier("dids"),
        sql.Literal("upserts"),
        sql.Literal(name),
        sql.Literal("def"),
        sql.Literal(json.dumps(metadata)),
        sql.Identifier("dids"),
    )
    cursor = connection.cursor()
    cursor.execute(statement)
    cursor.close()
    connection.commit()


def work(ready, done, seconds, key):
    with psycopg.connect() as connection:
        connection.execute("SET search_path TO rucio")
        connection.commit()
        ready.wait(60)
        count = 0
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            set_metadata(connection, f"n{random.randint(1, NAMES)}", {key: random.randint(1, 1_000_000)})
            count += 1
    done.put(count)


def main(clients, seconds, key):
    ready = multiprocessing.Barrier(clients)
    done = multiprocessing.Queue()
    workers = [multiprocessing.Process(target=work, args=(ready, done, seconds, key)) for _ in range(clients)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
        if worker.exitcode:
            sys.exit("a client failed")
    print(sum(done.get() for _ in workers) / seconds)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
