# It pays to let the paint run
#
# Draw training.png and training.svg again, in this folder:  gnuplot training.gnuplot
# It needs training.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'It pays to let the paint run' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'YUV error' textcolor rgb '#333333'
set xrange [1:1800]
set yrange [0.0373448255:0.339052219]
set logscale y
set xtics 500 format '%.0f'
set ytics ('0.04' 0.04, '0.05' 0.05, '0.06' 0.06, '' 0.07 1, '0.08' 0.08, '' 0.09 1, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3)
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'training.png'
plot \
    'training.dat' index 0 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b2d55e00' notitle, \
    'training.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'dots, running mean', \
    'training.dat' index 2 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'training.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'running paint, running mean'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'training.svg'
replot
unset output
