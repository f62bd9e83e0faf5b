"""What `packaging.tags` says about Linuxes that this machine is not."""

from unittest import mock

from packaging import _manylinux, _musllinux, tags


def linux(arch, libc):
    kind, version = next(iter(libc.items()))
    glibc = _manylinux._GLibCVersion(*version) if kind == "Glibc" else _manylinux._GLibCVersion(-1, -1)
    musl = _musllinux._MuslVersion(*version) if kind == "Musl" else None
    with mock.patch.object(tags.sysconfig, "get_platform", lambda: "linux-" + arch), \
            mock.patch.object(_manylinux, "_get_glibc_version", lambda: glibc), \
            mock.patch.object(_manylinux, "_have_compatible_abi", lambda *_: True), \
            mock.patch.object(_musllinux, "_get_musl_version", lambda _: musl):
        return list(tags._linux_platforms(is_32bit=False))
