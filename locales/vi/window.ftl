window-caption = Trình cài đặt { $name }

window-install = Cài đặt
window-upgrade = Cập nhật
window-repair = Sửa chữa
window-go-back = Quay lại bản cũ
window-uninstall = Gỡ bỏ
window-cancel = Hủy
window-language = Ngôn ngữ
window-close = Đóng
window-later = Sau khi đóng
window-open = Mở
window-back = Trở về
window-continue = Tiếp tục
window-try-again = Thử lại
window-copy = Sao chép
window-copy-details = Sao chép chi tiết
window-stop = Dừng
window-stop-close = Dừng và đóng
window-go-on = Làm tiếp

window-step = { $step }…
window-nothing-changed = Chưa có gì thay đổi.
window-going-on = Đang tiếp tục từ chỗ đã dừng…
window-stopping = Đang dừng…

window-offer-install = Cài đặt { $name }
window-offer-upgrade = Cập nhật { $name }
window-offer-repair = Sửa chữa { $name }
window-offer-go-back = Quay lại { $name } bản trước?
window-offer-uninstall = Gỡ bỏ { $name }?
window-consequence-upgrade = Phiên bản đã cài đặt được giữ cho đến khi phiên bản mới khởi động tốt, và sau đó vẫn được giữ để quay về.
window-consequence-repair = Những gì bị hỏng hoặc thiếu được khôi phục. Dữ liệu của bạn không bị động đến.
window-consequence-go-back = Phiên bản { $version } được dùng trở lại. Dữ liệu mà phiên bản mới đã thay đổi có thể không mở được: hãy hỏi nhà phát hành.
window-consequence-uninstall = Ứng dụng và mọi thứ được cài đặt cùng nó sẽ bị gỡ bỏ khỏi máy tính này.

window-version = Phiên bản { $version }
window-version-size = Phiên bản { $version } · tải xuống { BYTES($size) }
window-verified = Nhà phát hành đã xác minh: { $publisher }
window-fact-signed = Chữ ký
window-signed = { COUNT($signed) } trong { COUNT($keys) } khóa, cần { COUNT($threshold) }
window-fact-download = Tải xuống
window-download = { BYTES($size) } trong { COUNT($packages) } gói
window-download-none = Không cần, tất cả đã có sẵn
window-fact-disk = Trên ổ đĩa
window-disk = khoảng { BYTES($size) }
window-fact-folder = Thư mục

window-options = Tùy chọn
window-folder = Thư mục cài đặt
window-switch-start = Khởi động { $name } khi sẵn sàng
window-switch-menu = Thêm vào menu
window-switch-desktop = Thêm biểu tượng trên màn hình nền
window-switch-path = Cho phép dùng lệnh trong dòng lệnh (thêm vào PATH)

window-now-install = Đang cài đặt { $name }
window-now-upgrade = Đang cập nhật { $name }
window-now-repair = Đang sửa chữa { $name }
window-now-go-back = Đang quay lại { $name } bản trước
window-now-uninstall = Đang gỡ bỏ { $name }

window-speed = { BYTES($speed) }/giây
window-left = còn khoảng { DURATION($left) }
window-speed-left = { BYTES($speed) }/giây · còn khoảng { DURATION($left) }
window-waiting = Đang đợi mạng. Quá trình sẽ tự tiếp tục.

window-details = Chi tiết
window-arrived = Đã có { $artifact }, { BYTES($size) }
window-building = Đang dựng { $package }
window-installed = Đã cài đặt { $package }

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Đã cài đặt phiên bản { $version }
window-news-none = Đây là phiên bản mới nhất.
window-news-upgrade = Có phiên bản { $version }, cần tải xuống { BYTES($size) }.
window-news-left-aside = Hoạt động tốt. Phiên bản { $version } mới hơn; bạn đã quay lại từ đó.
window-news-broken = Có phần bị hỏng hoặc thiếu, và có thể sửa chữa.
window-news-unknown = Không xác định được có phiên bản mới hơn hay không.
window-about-repair = Khôi phục những gì bị hỏng hoặc thiếu.
window-about-go-back = Dùng lại phiên bản { $version } vẫn còn ở đây.
window-about-uninstall = Dữ liệu của bạn được giữ lại, trừ khi bạn chọn khác.
window-running = Đang chạy: { $programs }. Chương trình tiếp tục với phiên bản lúc khởi động cho đến khi được đóng.

window-goes-size = Những mục sau bị gỡ bỏ ({ BYTES($size) }):
window-data = Những mục sau được giữ lại, trừ khi bạn bật ở đây:
window-data-remove = Gỡ bỏ cả dữ liệu của bạn trong { $folder } ({ BYTES($size) })
window-downloads-remove = Gỡ bỏ các tệp tải xuống không còn cần đến ({ BYTES($size) })

window-ready = { $name } đã sẵn sàng
window-removed = Đã gỡ bỏ { $name }
window-removed-kept = Dữ liệu của bạn không bị động đến.
window-removed-data = Dữ liệu bạn chọn cũng đã được gỡ bỏ.
window-done-install = Mọi thứ đã được kiểm tra và hoạt động tốt.
window-done-upgrade = Phiên bản mới đã được kiểm tra và hoạt động tốt. Phiên bản trước được giữ lại để quay về.
window-done-repair = Mọi thứ đã được kiểm tra và hoạt động tốt trở lại.
window-done-go-back = Phiên bản trước được dùng trở lại.
window-done-nothing = Không có gì bị hỏng và không cần làm gì.
window-done-later = Phiên bản { $version } đã sẵn sàng. Lần khởi động tiếp theo của chương trình này sẽ chuyển sang đó.
window-still-running = Vẫn đang chạy phiên bản trước: { $programs }. Hãy khởi động lại để dùng phiên bản này.
window-type-this = Để khởi động, hãy gõ dòng này trong cửa sổ dòng lệnh:
window-copied = Đã sao chép
window-where = Các lệnh nằm trong { $folder }.
window-not-on-path = Các lệnh nằm trong { $folder }, thư mục này không có trong PATH: cho đến khi được thêm, cần gõ đường dẫn đầy đủ trong dòng lệnh.
window-stopped = Đã dừng
window-stopped-kept = Chưa có gì thay đổi. Những gì đã tải xuống được giữ lại. Lần sau sẽ tiếp tục từ đó.

window-failed = Không cài đặt được { $name }
window-failed-network = Không có kết nối
window-failed-refused = Không cài đặt, vì an toàn của bạn
window-failed-older = Phiên bản cũ hơn đã bị từ chối
window-failed-python = Thiếu Python phù hợp
window-failed-package = Không có gói cho máy tính này
window-failed-disk = Ổ đĩa hoặc thư mục có vấn đề
window-failed-busy = Một lần cài đặt khác đang diễn ra
window-failed-removal = Không gỡ bỏ được { $name }
window-failed-repair = Không sửa chữa được { $name }
window-failed-go-back = Không quay lại được { $name } bản trước
window-code = Chi tiết ({ $code })
window-tries-in = Thử lại sau { DURATION($left) }
window-kept = Những gì đã tải xuống được giữ lại.
window-support = Trợ giúp: { $support }

window-proxy-name = Tên người dùng proxy
window-proxy-password = Mật khẩu

window-ask-cancel = Dừng tại đây?
window-ask-close = Dừng và đóng cửa sổ?
window-ask-kept = Những gì đã tải xuống được giữ lại. Lần sau sẽ tiếp tục từ đó.
window-ask-undone = Những gì đã bắt đầu sẽ được hoàn lại. Những gì đã cài đặt trước đó vẫn giữ nguyên.
