# 
#
# Draw training.png and training.svg again, in this folder:  gnuplot training.gnuplot
# It needs training.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,340 font 'DejaVu Sans,11'
    set output 'training.png'
    call 'training.gnuplot' 'page'
    set terminal svg noenhanced size 800,340 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'training.svg'
    call 'training.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: Reconstruction
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title 'Reconstruction' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'squared error of a picture,'."\n".'summed' textcolor rgb '#333333'
set xrange [1:1600]
set yrange [882.357853:4604.66664]
set logscale y
set xtics 500 format '%.0f'
set ytics ('' 900 1, '1k' 1000, '2k' 2000, '3k' 3000, '4k' 4000)
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'training.dat' index 0 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'training.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'running mean'

# Panel 2: The code
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title 'The code' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'KL, nats' textcolor rgb '#333333'
set xrange [1:1600]
set yrange [46.3560759:59.6112321]
set xtics 500 format '%.0f'
set ytics 5 format '%.0f'
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'training.dat' index 2 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b2d55e00' notitle, \
    'training.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'running mean'
unset multiplot
