window-caption = Pemasangan { $name }

window-install = Pasang
window-upgrade = Perbarui
window-repair = Perbaiki
window-go-back = Ke versi lama
window-uninstall = Hapus
window-cancel = Batal
window-language = Bahasa
window-close = Tutup
window-later = Setelah ditutup
window-open = Buka
window-back = Kembali
window-continue = Lanjutkan
window-try-again = Coba lagi
window-copy = Salin
window-copy-details = Salin detail
window-stop = Hentikan
window-stop-close = Hentikan dan tutup
window-go-on = Teruskan

window-step = { $step }…
window-nothing-changed = Belum ada yang diubah.
window-going-on = Melanjutkan dari tempat berhenti…
window-stopping = Menghentikan…

window-offer-install = Pasang { $name }
window-offer-upgrade = Perbarui { $name }
window-offer-repair = Perbaiki { $name }
window-offer-go-back = Kembali ke { $name } versi lama?
window-offer-uninstall = Hapus { $name }?
window-consequence-upgrade = Versi yang terpasang tetap ada sampai versi baru berhasil dimulai, dan disimpan agar Anda dapat kembali.
window-consequence-repair = Yang rusak atau hilang dipulihkan. Data Anda tidak disentuh.
window-consequence-go-back = Versi { $version } dipakai lagi. Data yang diubah versi baru mungkin tidak dapat dibuka: tanyakan kepada penerbit.
window-consequence-uninstall = Aplikasi dan semua yang dipasang bersamanya dihapus dari komputer ini.

window-version = Versi { $version }
window-version-size = Versi { $version } · { BYTES($size) } perlu diunduh
window-verified = Penerbit terverifikasi: { $publisher }
window-fact-signed = Tanda tangan
window-signed = { COUNT($signed) } dari { COUNT($keys) } kunci, diperlukan { COUNT($threshold) }
window-fact-download = Unduhan
window-download = { BYTES($size) } dalam { COUNT($packages) } paket
window-download-none = Tidak ada, semuanya sudah di sini
window-fact-disk = Di diska
window-disk = sekitar { BYTES($size) }
window-fact-folder = Folder

window-options = Opsi
window-folder = Folder pemasangan
window-switch-start = Jalankan { $name } saat sudah siap
window-switch-menu = Tambahkan ke menu
window-switch-desktop = Tambahkan ikon ke desktop
window-switch-path = Agar terminal menemukan perintahnya (tambahkan ke PATH)

window-now-install = Memasang { $name }
window-now-upgrade = Memperbarui { $name }
window-now-repair = Memperbaiki { $name }
window-now-go-back = Kembali ke { $name } versi lama
window-now-uninstall = Menghapus { $name }

window-speed = { BYTES($speed) }/dtk
window-left = sekitar { DURATION($left) } lagi
window-speed-left = { BYTES($speed) }/dtk · sekitar { DURATION($left) } lagi
window-waiting = Menunggu jaringan. Proses berlanjut otomatis.

window-details = Detail
window-arrived = { $artifact } sudah diunduh, { BYTES($size) }
window-building = { $package } sedang dibangun
window-installed = { $package } telah dipasang

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Versi { $version } terpasang
window-news-none = Sudah yang terbaru.
window-news-upgrade = Versi { $version } tersedia, { BYTES($size) } perlu diunduh.
window-news-left-aside = Berfungsi. Versi { $version } lebih baru; Anda kembali dari versi itu.
window-news-broken = Ada yang rusak atau hilang, dan dapat diperbaiki.
window-news-unknown = Tidak dapat dipastikan apakah ada versi yang lebih baru.
window-about-repair = Memulihkan yang rusak atau hilang.
window-about-go-back = Memakai lagi versi { $version }, yang masih ada di sini.
window-about-uninstall = Data Anda tetap ada, kecuali Anda memilih lain.
window-running = Sedang berjalan: { $programs }. Program tetap memakai versi saat dimulai sampai ditutup.

window-goes-size = Yang dihapus ({ BYTES($size) }):
window-data = Ini tetap ada, kecuali Anda menyalakannya di sini:
window-data-remove = Hapus juga data Anda di { $folder } ({ BYTES($size) })
window-downloads-remove = Hapus unduhan yang tidak diperlukan lagi ({ BYTES($size) })

window-ready = { $name } sudah siap
window-removed = { $name } telah dihapus
window-removed-kept = Data Anda tidak disentuh.
window-removed-data = Data yang Anda pilih juga telah dihapus.
window-done-install = Semuanya telah diperiksa dan berfungsi.
window-done-upgrade = Versi baru telah diperiksa dan berfungsi. Versi sebelumnya disimpan agar Anda dapat kembali.
window-done-repair = Semuanya telah diperiksa dan berfungsi lagi.
window-done-go-back = Versi sebelumnya dipakai lagi.
window-done-nothing = Tidak ada yang rusak, dan tidak ada yang perlu dilakukan.
window-done-later = Versi { $version } sudah siap. Program ini akan beralih ke versi itu saat dimulai berikutnya.
window-still-running = Masih berjalan dengan versi sebelumnya: { $programs }. Mulai ulang untuk memakai versi ini.
window-type-this = Untuk menjalankannya, ketik ini di terminal:
window-copied = Tersalin
window-where = Perintahnya ada di { $folder }.
window-not-on-path = Perintahnya ada di { $folder }, yang tidak ada di PATH: sebelum ditambahkan, terminal memerlukan lokasi lengkapnya.
window-stopped = Dihentikan
window-stopped-kept = Tidak ada yang diubah. Yang sudah diunduh tetap disimpan. Lain kali proses berlanjut dari sana.

window-failed = { $name } tidak dapat dipasang
window-failed-network = Tidak ada koneksi
window-failed-refused = Tidak dipasang, demi keamanan Anda
window-failed-older = Versi lama ditolak
window-failed-python = Python yang cocok tidak ada
window-failed-package = Tidak ada paket untuk komputer ini
window-failed-disk = Ada masalah pada diska atau folder
window-failed-busy = Pemasangan lain sedang berlangsung
window-failed-removal = { $name } tidak dapat dihapus
window-failed-repair = { $name } tidak dapat diperbaiki
window-failed-go-back = Tidak dapat kembali ke { $name } versi lama
window-code = Detail ({ $code })
window-tries-in = Mencoba lagi dalam { DURATION($left) }
window-kept = Yang sudah diunduh tetap disimpan.
window-support = Bantuan: { $support }

window-proxy-name = Nama untuk proksi
window-proxy-password = Kata sandi

window-ask-cancel = Hentikan di sini?
window-ask-close = Hentikan dan tutup jendela?
window-ask-kept = Yang sudah diunduh tetap disimpan. Lain kali proses berlanjut dari sana.
window-ask-undone = Yang sudah dimulai dibatalkan. Yang terpasang sebelumnya tetap seperti semula.
