# What the plane decodes to
#
# Draw chart.png and chart.svg again, in this folder:  gnuplot chart.gnuplot
# It needs chart-picture-1.png.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'What the plane decodes to' font ',13' textcolor rgb '#333333'
set xlabel 'first number, as a share of the prior' textcolor rgb '#333333'
set ylabel 'second number, as a share of the prior' textcolor rgb '#333333'
set xrange [0:1]
set yrange [0:1]
set xtics 0.2 format '%.1f'
set ytics 0.1 format '%.1f'
set size ratio -1
unset grid
unset key

set terminal pngcairo noenhanced size 760,740 font 'DejaVu Sans,11'
set output 'chart.png'
plot \
    'chart-picture-1.png' binary filetype=png origin=(0.00111607143,0.00111607143) dx=0.00223214286 dy=0.00223214286 using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 760,740 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'chart.svg'
replot
unset output
