# Any aspect ratio
#
# Draw aspect.png and aspect.svg again, in this folder:  gnuplot aspect.gnuplot
# It needs aspect.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Any aspect ratio' font ',13' textcolor rgb '#333333'
set xlabel 'width over height' textcolor rgb '#333333'
set ylabel 'share of pixels recognised' textcolor rgb '#333333'
set xrange [0.625:3]
set yrange [0.425530304:0.897510032]
set xtics 0.5 format '%.1f'
set ytics 0.1 format '%.1f'
set key inside bottom left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'aspect.png'
plot \
    'aspect.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'padded', \
    'aspect.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'squeezed into a square'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'aspect.svg'
replot
unset output
