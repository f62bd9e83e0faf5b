plan-publisher = {"  "}Nhà phát hành: { $publisher }; đã ký bằng { COUNT($signed) } trong { COUNT($keys) } khóa (cần { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Gói: { COUNT($packages) } ({ BYTES($size) }, trong đó cần tải xuống { BYTES($fetch) })
plan-builds = {"  "}Được dựng trên máy tính này: { $packages }
plan-running = {"  "}Đang chạy: { $programs }. Chương trình tiếp tục với phiên bản lúc khởi động, và không có gì nó cần bị lấy đi.
plan-go-back-data = {"  "}Dữ liệu của bạn được giữ nguyên. Phiên bản cũ có thể không đọc được những gì phiên bản mới đã ghi: nếu dữ liệu quan trọng, hãy sao lưu trước.
plan-folder = {"  "}Thư mục: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Đã cài đặt phiên bản { $version }.
outcome-upgrade = Đã cài đặt phiên bản { $version }; phiên bản trước vẫn còn: dùng “{ $command }” để quay lại.
outcome-upgrade-later = Phiên bản { $version } vẫn đang chạy; { $pending } đã sẵn sàng, và lần khởi động tiếp theo của chương trình này sẽ chuyển sang đó.
outcome-go-back = Đã cài đặt lại phiên bản { $version }. Phiên bản vừa rời đi được giữ lại: dùng “{ $command }” để quay về.
outcome-repair = Đã cài đặt mới lại phiên bản { $version }.
outcome-mend = Phiên bản { $version } đã trở lại bình thường.
outcome-verify = Không có gì bị hỏng: phiên bản { $version } vẫn như lúc cài đặt.
outcome-up-to-date = Phiên bản { $version } đã được cài đặt và là mới nhất.
outcome-left-aside = Phiên bản { $version } đã được cài đặt. Bạn đã quay lại từ { $newer } nên phiên bản đó không tự được cài đặt: hãy dùng “{ $command }”.
outcome-running = Vẫn đang chạy phiên bản trước: { $programs }. Hãy khởi động lại để dùng phiên bản này.
outcome-uninstall = Đã gỡ bỏ.
outcome-commands = Khởi động bằng: { $commands }
outcome-not-on-path = { $folder } không có trong PATH. Thêm vào đó để khỏi phải gõ tên thư mục.
outcome-path-line = Để khởi động chỉ bằng tên, hãy thêm dòng sau vào { $file }, hoặc chạy lại với --add-to-path:
outcome-path-added = Đã thêm thư mục chứa các lệnh vào PATH trong { $file }. Hãy mở cửa sổ dòng lệnh mới để dùng.
failure-message = Lỗi: { $message } [{ $code }]
failure-hint = Cách xử lý: { $hint }
failure-details = Chi tiết:

findings-compared = Phiên bản { $version }: đã so sánh { COUNT($files) } tệp ({ BYTES($size) }); { COUNT($signed) } trong { COUNT($packages) } gói được so với nội dung nhà phát hành đã ký, các gói còn lại so với bản ghi cài đặt
findings-mended = Đã sửa ({ COUNT($count) }):
findings-more = {"  "}và { COUNT($count) } mục nữa; --json liệt kê tất cả

check-up-to-date = { $name } { $installed } là phiên bản mới nhất.
check-upgrade = Có thể cài đặt { $name } { $offered }; hiện đang cài đặt { $installed }.
check-upgrade-size = Có thể cài đặt { $name } { $offered } (cần tải xuống { BYTES($size) }); hiện đang cài đặt { $installed }.
check-security = Phiên bản { $installed } có vấn đề bảo mật đã biết.
check-obstacle = {"  "}Hiện không thể cài đặt trên máy tính này [{ $code }].

removal-goes = Thao tác này gỡ bỏ { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Những mục sau được giữ lại:
removal-data = {"  "}dữ liệu của bạn trong { $path } ({ BYTES($size) }); --remove-data { $path } sẽ gỡ bỏ cả mục này
removal-data-goes = {"  "}dữ liệu của bạn trong { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, đã bị thay đổi sau đó hoặc không thuộc chương trình này
removal-downloads = {"  "}các tệp tải xuống không còn cần đến ({ BYTES($size) }); --remove-downloads sẽ gỡ bỏ cả chúng
removal-downloads-goes = {"  "}các tệp tải xuống không còn cần đến ({ BYTES($size) })

status-nothing = Chưa cài đặt gì.
status-installed = { $name } { $version }, cài đặt lúc { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Gói: { COUNT($packages) }
status-previous = {"  "}Giữ lại để quay về: { $version }
status-file = {"  "}Ngoài thư mục của ứng dụng: { $path }
shell-line = dòng trong { $path } đưa các lệnh vào PATH

note-locale = Không có văn bản cho “{ $asked }”. Hiện có: { $known }
note-log = Nhật ký của lần chạy này: { $path }
note-anothers = Bản này thuộc về tài khoản khác, { $owner }, nên chỉ được xem.
note-no-desktop = Ở đây không có thư mục màn hình nền nên --desktop-shortcut không có tác dụng.

ask-uninstall = Gỡ bỏ { $name } khỏi { $folder }?
ask-remove-data = Gỡ bỏ cả dữ liệu của bạn trong { $path } ({ BYTES($size) })? Không thể khôi phục lại.
ask-remove-downloads = Gỡ bỏ cả các tệp tải xuống không còn cần đến ({ BYTES($size) })?
answer-choices = [c/K]
answer-yes = y yes c có co

help-about = Cài đặt ứng dụng Python từ các bản phát hành đã ký và luôn cập nhật ứng dụng.
help-usage = Cách dùng: { $program } [LỆNH] [TÙY CHỌN]
help-commands = Lệnh:
help-command-none = không có lệnh: cài đặt, cập nhật hoặc hoàn tất, tùy theo nhu cầu
help-command-install = cài đặt ứng dụng
help-command-upgrade = cài đặt bản phát hành mới hơn, nếu có
help-command-repair = sửa những gì bị hỏng trong bản đã cài đặt
help-command-go-back = quay lại phiên bản trước; không cần mạng
help-command-verify = so sánh mọi tệp đã cài đặt với bản được phát hành
help-command-check = cho biết có bản phát hành mới hơn hay không
help-command-status = cho biết những gì đã cài đặt
help-command-uninstall = gỡ bỏ ứng dụng; dữ liệu của bạn được giữ lại
help-options = Tùy chọn:
help-prefix = cài đặt vào thư mục này
help-python = dùng Python này, hoặc Python thuộc phiên bản này
help-repository = lấy các bản phát hành từ đây
help-profile = cài đặt ứng dụng khác: thư mục có profile.toml và root.json
help-index-url = chỉ tải gói từ chỉ mục này
help-mirror = thử bản sao này của files.pythonhosted.org trước; có thể lặp lại
help-find-links = tìm gói trong thư mục này trước; có thể lặp lại
help-offline = không dùng mạng
help-proxy = dùng proxy này, http://NAME:PASSWORD@HOST:PORT
help-ca = tin cậy cả các tổ chức chứng thực trong tệp này
help-later = khi ứng dụng đang chạy, chỉ chuẩn bị phiên bản mới: lần khởi động sau sẽ chuyển sang
help-wait = thời gian chờ một lần cài đặt khác; mặc định mười phút, không chờ nếu dùng --silent hoặc --json
help-face = hiện cửa sổ (“window”) hoặc dùng dòng lệnh (“terminal”)
help-menu = thêm mục vào menu ứng dụng (mặc định, trừ khi dùng --no-menu)
help-desktop-shortcut = thêm biểu tượng trên màn hình nền (chỉ khi yêu cầu)
help-add-to-path = giúp shell tìm thấy các lệnh: thêm thư mục vào PATH; được ghi nhớ khi cập nhật
help-silent = chỉ báo lỗi, không hỏi gì
help-json = xuất mọi thông tin thành các dòng JSON
help-yes = trả lời “có” cho câu hỏi trước khi gỡ bỏ
help-anew = dùng với repair: cài đặt mới lại tất cả
help-remove-data = dùng với uninstall: gỡ bỏ cả thư mục dữ liệu này; có thể lặp lại
help-remove-downloads = dùng với uninstall: gỡ bỏ cả các tệp tải xuống
help-locale = dùng ngôn ngữ này, ví dụ vi
help-log = ghi nhật ký
help-replay = hiện trong cửa sổ những gì --json đã ghi; không cài đặt gì
help-version = hiện phiên bản của chương trình này
help-help = hiện trang này
help-exit =
    Mã thoát: 0 xong hoặc không có gì để làm, 2 sai cách dùng, 10 mạng, 11 từ chối vì an toàn,
    12 từ chối bản phát hành cũ, 13 không có Python phù hợp, 14 không có wheel hoặc trình
    biên dịch, 15 ổ đĩa hoặc quyền, 16 môi trường, 17 đang bận, 18 chưa cài đặt, 19 bị hỏng,
    100 “check” tìm thấy bản cập nhật, 70 lỗi nội bộ, 130 đã hủy.
