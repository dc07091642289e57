# Both learn, and both stop far above zero
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
set title 'Both learn, and both stop far above zero' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'squared error, RGB in 0…1' textcolor rgb '#333333'
set xrange [1:4000]
set yrange [0.0201340595:0.684635337]
set logscale y
set arrow from graph 0, first 0.088427864 to graph 1, first 0.088427864 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set xtics 500 format '%.0f'
set ytics ('' 0.03 1, '' 0.04 1, '0.05' 0.05, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '0.2' 0.2, '' 0.3 1, '' 0.4 1, '0.5' 0.5, '' 0.6 1)
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'training.png'
plot \
    'training.dat' index 0 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b2d55e00' notitle, \
    'training.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'without skips, running mean', \
    'training.dat' index 2 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'training.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'with skips, running mean', \
    keyentry with lines dashtype (14,9) linewidth 1.4 linecolor rgb '#888888' title 'one colour everywhere'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'training.svg'
replot
unset output
