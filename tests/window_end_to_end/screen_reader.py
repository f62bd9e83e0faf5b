"""What a screen reader gets of a window: the AT-SPI tree of a process, and what is announced meanwhile.

One JSON object a line comes in, one goes out. `{"do": "look", "pid": N}` answers with every accessible of the process
(role, name, value, states, place on the screen), in the order of the tree, and what was announced since the last look.
`{"do": "active", "on": true}` tells the desktop that a screen reader is at work, as one does when it starts.

It speaks D-Bus itself: libatspi asks back while it tells of a change, and may then wait for itself.
"""

import json
import sys

from gi.repository import Gio, GLib

# AtspiRole and AtspiStateType, as far as they matter here.
ROLES = {
    23: "frame", 29: "label", 40: "password text", 42: "progress bar", 43: "push button", 54: "status bar",
    62: "toggle button", 75: "application", 79: "entry", 83: "heading",
}  # fmt: skip
STATES = {4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 20: "pressed", 25: "showing"}
ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE, COMPONENT, VALUE = (f"org.a11y.atspi.{name}" for name in ("Accessible", "Component", "Value"))
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREEN = 0
heard = []


def call(bus, place, interface, method, signature=None, *arguments):
    """Asks an object; the answer is its values."""
    name, path = place
    wrapped = GLib.Variant(signature, arguments) if signature else None
    return bus.call_sync(name, path, interface, method, wrapped, None, Gio.DBusCallFlags.NONE, 5000, None).unpack()


def value_of(bus, place, interface, name):
    return call(bus, place, PROPERTIES, "Get", "(ss)", interface, name)[0]


def status(name, value):
    """Sets a property of org.a11y.Status, and returns what it is then."""
    place = ("org.a11y.Bus", "/org/a11y/bus")
    call(session, place, PROPERTIES, "Set", "(ssv)", "org.a11y.Status", name, GLib.Variant("b", value))
    return value_of(session, place, "org.a11y.Status", name)


def described(place, depth):
    interfaces = call(accessibility, place, ACCESSIBLE, "GetInterfaces")[0]
    role = call(accessibility, place, ACCESSIBLE, "GetRole")[0]
    low, high = call(accessibility, place, ACCESSIBLE, "GetState")[0]
    bits = low | high << 32
    component = COMPONENT in interfaces
    return {
        "depth": depth,
        "role": ROLES.get(role, str(role)),
        "name": value_of(accessibility, place, ACCESSIBLE, "Name"),
        "value": value_of(accessibility, place, VALUE, "CurrentValue") if VALUE in interfaces else None,
        "states": [name for bit, name in STATES.items() if bits >> bit & 1],
        "place": list(call(accessibility, place, COMPONENT, "GetExtents", "(u)", SCREEN)[0]) if component else None,
    }


def walk(place, depth, nodes):
    nodes.append(described(place, depth))
    for child in call(accessibility, place, ACCESSIBLE, "GetChildren")[0]:
        walk(child, depth + 1, nodes)


def process_of(name):
    daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
    return call(accessibility, daemon, daemon[0], "GetConnectionUnixProcessID", "(s)", name)[0]


def look(pid):
    nodes = []
    try:
        for application in call(accessibility, ("org.a11y.atspi.Registry", ROOT), ACCESSIBLE, "GetChildren")[0]:
            if process_of(application[0]) == pid:
                walk(application, 0, nodes)
    except GLib.Error:
        # It changed while it was looked at, or is gone: whoever asks looks again.
        return []
    return nodes


def answer(request):
    if request["do"] == "look":
        nodes = look(request["pid"])
        # What came meanwhile is taken before the answer.
        while context.iteration(False):
            pass
        said, heard[:] = list(heard), []
        return {"nodes": nodes, "heard": said}
    return {"reader": status("ScreenReaderEnabled", request["on"]), "enabled": status("IsEnabled", request["on"])}


def on_announcement(_bus, _sender, _path, _interface, _signal, body):
    heard.append(body.unpack()[3])


context = GLib.MainContext.default()
session = Gio.bus_get_sync(Gio.BusType.SESSION)
address = call(session, ("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress")[0]
flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
accessibility = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
events = "org.a11y.atspi.Event.Object"
accessibility.signal_subscribe(None, events, "Announcement", None, None, Gio.DBusSignalFlags.NONE, on_announcement)
registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry")
call(accessibility, registry, "org.a11y.atspi.Registry", "RegisterEvent", "(sass)", "object:announcement", [], "")
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
