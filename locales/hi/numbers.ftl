language-name = हिन्दी

number-decimal-separator = .
number-group-separator = ,
number-groups = 3 2
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }%
unit-bytes = { $number } बाइट
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } से॰
unit-minutes = { $number } मि॰
unit-hours = { $number } घं॰

list-separator = { ", " }
