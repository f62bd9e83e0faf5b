import json
import os
import platform
import struct
import sys
import sysconfig


def missing_modules():
    missing = []
    for name in ("venv", "zlib", "hashlib", "_ssl", "_ctypes"):
        try:
            __import__(name)
        except ImportError:
            missing.append(name.lstrip("_"))
    return missing


def elf_interpreter(path):
    # The program header of type PT_INTERP (3) names the loader, and so the C library.
    with open(path, "rb") as file:
        head = file.read(64)
        if head[:4] != b"\x7fELF":
            return ""
        order = "<" if head[5] == 1 else ">"
        if head[4] == 2:
            offset, size, count = struct.unpack_from(order + "Q", head, 32) + struct.unpack_from(order + "HH", head, 54)
        else:
            offset, size, count = struct.unpack_from(order + "I", head, 28) + struct.unpack_from(order + "HH", head, 42)
        for index in range(count):
            file.seek(offset + index * size)
            entry = file.read(size)
            if struct.unpack_from(order + "I", entry)[0] != 3:
                continue
            if head[4] == 2:
                start, length = struct.unpack_from(order + "Q", entry, 8) + struct.unpack_from(order + "Q", entry, 32)
            else:
                start, length = struct.unpack_from(order + "I", entry, 4) + struct.unpack_from(order + "I", entry, 16)
            file.seek(start)
            return file.read(length).rstrip(b"\0").decode("utf-8", "replace")
    return ""


def c_library():
    if not sys.platform.startswith("linux"):
        return None
    try:
        name, version = os.confstr("CS_GNU_LIBC_VERSION").split()
        return [name, version]
    except (AttributeError, OSError, ValueError):
        pass
    loader = elf_interpreter(sys.executable)
    if "musl" not in loader:
        return None
    import subprocess

    words = subprocess.run([loader], stderr=subprocess.PIPE, timeout=5).stderr.decode("utf-8", "replace")
    for line in words.splitlines():
        if line.startswith("Version "):
            return ["musl", line.split()[1]]
    return None


def full_version(info):
    text = "%d.%d.%d" % (info.major, info.minor, info.micro)
    return text if info.releaselevel == "final" else text + info.releaselevel[0] + str(info.serial)


print(
    "quoc-probe "
    + json.dumps(
        {
            "executable": getattr(sys, "_base_executable", None) or sys.executable,
            "prefix": sys.base_prefix,
            "version": full_version(sys.version_info),
            "implementation": sys.implementation.name,
            "free_threaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
            "bits": struct.calcsize("P") * 8,
            "platform": sysconfig.get_platform(),
            "c_library": c_library(),
            "macos": platform.mac_ver()[0],
            "missing": missing_modules(),
            "markers": {
                "os_name": os.name,
                "sys_platform": sys.platform,
                "platform_machine": platform.machine(),
                "platform_python_implementation": platform.python_implementation(),
                "platform_release": platform.release(),
                "platform_system": platform.system(),
                "platform_version": platform.version(),
                "python_version": ".".join(platform.python_version_tuple()[:2]),
                "python_full_version": platform.python_version(),
                "implementation_name": sys.implementation.name,
                "implementation_version": full_version(sys.implementation.version),
            },
        }
    )
)
