phase-verifying = Her dosya kurulanla karşılaştırılıyor
phase-mending = Hasarlar aranıyor ve onarılıyor
phase-judging = İmzalar denetleniyor
phase-planning = Uygun bir Python aranıyor
phase-fetching = İndiriliyor
phase-building = Paketler derleniyor
phase-installing = Paketler kuruluyor
phase-checking = Kurulum denetleniyor
phase-activating = Yeni sürüme geçiliyor
phase-removing = Uygulama kaldırılıyor

action-install = { $name } { $version } kurulumu
action-upgrade = { $name } güncellemesi: { $installed } → { $version }
action-upgrade-later = { $name } { $version } sürümünü çalışan sürümün yanında hazırlama
action-go-back = { $name } { $version } sürümüne dönüş
action-repair = { $name } { $version } onarımı
action-mend = { $name } { $version } hasar giderme
action-verify = { $name } { $version } karşılaştırması
action-up-to-date = { $name } { $version } güncel
action-uninstall = { $name } { $version } kaldırma

waiting = Bu uygulamanın başka bir kurulumu sürüyor; bitmesi için en çok { DURATION($left) } beklenecek
running-process = { $program } (süreç { $pid })
removal-running = Şu anda çalışıyor: { $programs }. Önce uygulamayı kapatın: dosyaları olmadan çalışan bölümler hata verebilir.

progress-bytes = { BYTES($have) } / { BYTES($size) }
progress-bytes-speed = { BYTES($have) } / { BYTES($size) }, { BYTES($speed) }/sn
progress-bytes-left = { BYTES($have) } / { BYTES($size) }, { BYTES($speed) }/sn, yaklaşık { DURATION($left) } kaldı
progress-packages = { COUNT($done) } / { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } / { COUNT($total) }: { $package }, yaklaşık { DURATION($left) } kaldı
progress-building = { $package }
retrying = { $artifact }: { COUNT($attempt) }. deneme { DURATION($wait) } sonra
transfer = { $artifact }: { BYTES($have) } / { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: { COUNT($attempt) }. deneme
waiting-network = ağ bekleniyor
waiting-network-next = ağ bekleniyor; sonraki deneme { DURATION($wait) } sonra

menu-manage = Güncelle veya kaldır

finding-changed = { $path }: kurulduğu gibi değil
finding-missing = { $path }: eksik
finding-foreign = { $path }: uygulamaya ait değil
finding-rights = { $path }: kurulduğu zamankinden farklı kişilerce değiştirilebilir veya kullanılabilir
finding-launcher = { $path }: uygulamayı başlatmıyor
finding-pointer = { $path }: kurulu sürüme götürmüyor
finding-python = { $path }: bu Python artık yok veya sürümü değişmiş
finding-record = { $path }: kurulanların kaydı eksik veya değişmiş
