"""Flask-SocketIO on gevent, as Debian packages it; nothing is validated. Its argument is the port."""

from gevent import monkey

monkey.patch_all()

import sys  # noqa: E402

import gevent  # noqa: E402
from flask import Flask  # noqa: E402
from flask_socketio import SocketIO  # noqa: E402

app = Flask(__name__)
socketio = SocketIO(app, async_mode="gevent", cors_allowed_origins="*")
messages = 0


def uuid_of(index):
    return "3f2a9c4e-7b1d-4e6a-9c8f-%012x" % index


rows = [
    {
        "id": uuid_of(index),
        "name": "Person number %d" % index,
        "email": "person.%d@example.org" % index,
        "age": 20 + index % 60,
        "balance": index * 12.25,
        "isActive": index % 3 != 0,
        "role": ["admin", "editor", "viewer"][index % 3],
        "createdAt": "2024-01-01T00:00:%02d.000Z" % (index % 60),
    }
    for index in range(100)
]


@socketio.on("tiny")
def tiny(message):
    return {"sum": message["a"] + message["b"]}


@socketio.on("tinyLater")
def tiny_later(message):
    gevent.sleep(message["a"] % 5 / 1000)
    return tiny(message)


@socketio.on("chat")
def chat(message):
    global messages
    messages += 1
    return {"id": uuid_of(messages), "sentAt": "2024-01-01T00:00:00.000Z", "seq": messages}


@socketio.on("list")
def list_rows(message):
    return rows


socketio.run(app, host="127.0.0.1", port=int(sys.argv[1]))
